import type { Finding } from '../../finding.ts'
import type { CataloguePage } from '../../gather/catalogue.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CATALOGUE-1',
  severity: 'MUST',
  says: 'Every link and image of a catalogue’s pages leads to what is there.',
  because: 'links led into branches that were gone when the work was merged',
  appliesTo: ['catalogue'],
  example: { passes: '[rings](rings/)', fails: '[rings](../branch-2/rings/)' },
  check({ catalogue }) {
    const pages = catalogue?.pages ?? []
    const all = pages.flatMap(({ page, links }) => links.map((link) => ({ ...link, page })))
    return {
      read: pages.map(({ page }) => page.path).join(', ') || 'no page',
      lookedFor: `where each of ${all.length} links leads`,
      findings: deadIn(all),
      ...(pages.length === 0 && { notApplicable: 'there is no page above the stubs' }),
    }
  },
}

type PageLink = CataloguePage['links'][number] & Pick<CataloguePage, 'page'>

/** One finding for an address, however often it is written. */
function deadIn(links: readonly PageLink[]): Finding[] {
  const byUrl = new Map<string, PageLink[]>()
  for (const link of links)
    if (link.fault !== null) byUrl.set(link.url, [...(byUrl.get(link.url) ?? []), link])
  return [...byUrl].map(([url, [first, ...others]]) => {
    const places = others.slice(0, 3).map(({ page, line }) => `${page.path}:${line}`)
    const more = others.length > 3 ? `, and ${others.length - 3} more` : ''
    const again = others.length === 0 ? '' : ` (again on ${places.join(', ')}${more})`
    return {
      what: `the ${first.isImage ? 'image' : 'link'} ${url} ${first.fault}${again}`,
      at: { path: first.page.path, line: first.line },
    }
  })
}
