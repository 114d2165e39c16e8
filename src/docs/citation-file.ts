import type { Citation, Paper } from '../papers/paper.ts'

export const citationPath = 'CITATION.cff'

const head = '\nreferences:\n'

/**
 * The text of CITATION.cff with a reference for each paper, from its declaration. What stands before
 * the references is written by hand. Throws RangeError when there is no list of references.
 */
export function withReferences(text: string, papers: readonly Paper[]): string {
  const at = text.indexOf(head)
  if (at < 0) throw new RangeError(`${citationPath} has no line "references:"`)
  const references = papers.map(({ citation }) => referenceTo(citation))
  return `${text.slice(0, at)}${head}${references.join('')}`
}

function referenceTo({ title, authors, journal, venue, year }: Citation): string {
  const lines = [
    `type: ${journal ? 'article' : 'conference-paper'}`,
    `title: ${scalar(title)}`,
    'authors:',
    ...authors.map((author) => {
      const at = author.lastIndexOf(' ')
      const [given, family] = [author.slice(0, at), author.slice(at + 1)]
      return `  - {family-names: ${scalar(family)}, given-names: ${scalar(given)}}`
    }),
    ...(journal
      ? [
          `journal: ${scalar(journal.name)}`,
          `volume: ${journal.volume}`,
          `issue: ${JSON.stringify(journal.issue)}`,
        ]
      : [`collection-title: ${scalar(venue)}`]),
    `year: ${year}`,
  ]
  return lines.map((line, i) => `${i === 0 ? '  - ' : '    '}${line}\n`).join('')
}

/** Text as YAML reads it back: in quotes where it would mean something else. */
const scalar = (text: string) =>
  text.includes(': ') || !/^\p{L}/u.test(text) ? JSON.stringify(text) : text
