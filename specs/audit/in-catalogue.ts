import type { Evidence } from '../../src/audit/evidence.ts'
import { linksOf } from '../../src/audit/facts/document/links.ts'
import { parseDocument } from '../../src/audit/facts/document/parse.ts'
import type { Catalogue } from '../../src/audit/gather/catalogue.ts'

/** A catalogue of ring-net and ring-net-deep with these pages; links to what is called gone are dead. */
export function catalogueOf(pages: Readonly<Record<string, string>>): Catalogue {
  return {
    files: Object.entries(pages).map(([path, text]) => ({
      path,
      kind: 'file',
      bytes: text.length,
      text,
    })),
    pages: Object.entries(pages).map(([path, text]) => {
      const page = parseDocument(path, text)
      const links = linksOf(page).map((link) => {
        const isGone = link.url.includes('gone')
        const target = isGone ? null : link.url.replace(/\/$/, '')
        return { ...link, fault: isGone ? 'leads to nothing' : null, target }
      })
      return { page, links }
    }),
    stubs: ['ring-net', 'ring-net-deep'],
    own: null,
  }
}

/** The evidence as that of ring-net, a stub of a catalogue with these pages. */
export const inCatalogue =
  (pages: Readonly<Record<string, string>>) =>
  (evidence: Evidence): Evidence => ({
    ...evidence,
    catalogue: { ...catalogueOf(pages), own: 'ring-net' },
  })

/** The evidence of the catalogue itself. */
export const asCatalogue =
  (pages: Readonly<Record<string, string>>) =>
  (evidence: Evidence): Evidence => ({
    ...evidence,
    subject: { kind: 'catalogue', name: 'rings' },
    catalogue: catalogueOf(pages),
  })

/** A table of stubs on lines 1 to 3 and after. */
export const tableOf = (columns: string, ...rows: readonly string[]): string =>
  [
    `| Stub | ${columns} |`,
    `|${'---|'.repeat(columns.split('|').length + 1)}`,
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
