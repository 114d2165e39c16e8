import { lineOf, type Page, type Section, sectionsOf } from './page.ts'

/** The lines of a page's header: from its top to the heading that comes after the title. */
export function headerLines(page: Pick<Page, 'root'>): {
  readonly first: 1
  readonly last: number
} {
  const [, next] = sectionsOf(page)
  return { first: 1, last: (next?.line ?? Number.POSITIVE_INFINITY) - 1 }
}

/** The last line of a section. */
export function lastLineOf({ nodes, line }: Section): number {
  const last = nodes.at(-1)
  return last?.position?.end.line ?? line
}

export const isWithin = (line: number, { first, last }: { first: number; last: number }) =>
  line >= first && line <= last

/** The lines of a section, its heading included. */
export const linesOf = (section: Section) => ({
  first: section.line,
  last: Math.max(lastLineOf(section), section.nodes.length > 0 ? lineOf(section.nodes[0]) : 1),
})
