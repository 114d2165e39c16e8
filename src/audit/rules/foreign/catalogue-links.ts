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
      findings: all.flatMap(({ url, line, isImage, fault, page }) =>
        fault === null
          ? []
          : [
              {
                what: `the ${isImage ? 'image' : 'link'} ${url} ${fault}`,
                at: { path: page.path, line },
              },
            ],
      ),
      ...(pages.length === 0 && { notApplicable: 'there is no page above the stubs' }),
    }
  },
}
