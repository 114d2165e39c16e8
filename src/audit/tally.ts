import { type VerdictWord, verdictWord } from './text/verdict-word.ts'

/** How many rows of a table say what. */
export interface Tally {
  readonly yes: number
  readonly partial: number
  readonly no: number
  readonly rows: number
}

export function tallyOf(verdicts: readonly VerdictWord[], rows: number): Tally {
  const count = (word: VerdictWord) => verdicts.filter((one) => one === word).length
  return { yes: count('yes'), partial: count('partial'), no: count('no'), rows }
}

export const tallyWords = ({ yes, partial, no, rows }: Tally) =>
  `${yes} yes, ${partial} partial, ${no} no in ${rows} rows`

/** What a text's own counts of verdicts get wrong of a tally, as a sentence; null for nothing. */
export function tallyFault(text: string, tally: Tally): string | null {
  for (const { word, count, written } of countsIn(text))
    if (count !== tally[word]) return `"${written}" is said, and the table has ${tallyWords(tally)}`
  for (const { some, all, written } of sharesIn(text)) {
    if (all !== tally.rows) return `"${written}" is said, and the table has ${tally.rows} rows`
    if (some !== tally.yes && some !== tally.yes + tally.partial)
      return `"${written}" is said, and the table has ${tallyWords(tally)}`
  }
  return null
}

const counted =
  /(?<![\w./])(\d{1,4})\s+(?:are\s+|is\s+)?(yes|full(?:y)?|reproduced?|replicated?|partial(?:ly)?|partly|do not|does not|not\b|no\b(?!\s+\w)|fail(?:ed|s)?)/gi

/** "9 yes, 4 partial, 2 no": two kinds of them at least, else it may count something else. */
function countsIn(text: string): { word: VerdictWord; count: number; written: string }[] {
  const found = [...text.matchAll(counted)].flatMap(([written, count, said]) => {
    const word = verdictWord(said.replace(/^do(es)? not$/i, 'not'))
    return word ? [{ word, count: Number(count), written }] : []
  })
  return new Set(found.map(({ word }) => word)).size > 1 ? found : []
}

const share =
  /(?<![\w./,\-–])(\d{1,4})(?:\s*\/\s*|\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?)(\d{1,4})(?![\w./])(?:\s+(?:papers?|stubs?|claims?|reproductions?|entries|rows|problems?|experiments?))?\s+(?:are\s+|were\s+|fully\s+)?(?:reproduc|replicat)[a-z]*/gi

/** "12 of 15 reproduce", "12/15"; where seeds are spoken of, they are what is counted. */
function sharesIn(text: string): { some: number; all: number; written: string }[] {
  if (/\b(seeds?|runs?|trials?)\b/i.test(text)) return []
  const bare = /^\s*(\d{1,4})\s*(?:\/|of)\s*(\d{1,4})\s*$/.exec(text)
  return [...(bare ? [bare] : []), ...text.matchAll(share)].map(([written, some, all]) => ({
    written: written.trim(),
    some: Number(some),
    all: Number(all),
  }))
}
