import { verdictWord } from './text/verdict-word.ts'

/** What a row of a table says of its reproduction. */
export const saidKinds = ['yes', 'partial', 'qualitative', 'no'] as const
export type SaidKind = (typeof saidKinds)[number]

/** How many rows of a table, or of several, say what. */
export interface Tally extends Readonly<Record<SaidKind, number>> {
  readonly rows: number
}

/** The verdict that a cell begins with; "qualitative" is neither yes nor partial. */
export const saidKind = (text: string): SaidKind | null =>
  /^[\s*_`(]*qualitative(ly)?\b/i.test(text) ? 'qualitative' : verdictWord(text)

export function tallyOf(said: readonly SaidKind[], rows: number): Tally {
  const count = (kind: SaidKind) => said.filter((one) => one === kind).length
  return {
    yes: count('yes'),
    partial: count('partial'),
    qualitative: count('qualitative'),
    no: count('no'),
    rows,
  }
}

/** Several tables together. */
export function together(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((all, tally) => all + tally[key], 0)
  return {
    yes: sum('yes'),
    partial: sum('partial'),
    qualitative: sum('qualitative'),
    no: sum('no'),
    rows: sum('rows'),
  }
}

export const tallyWords = (tally: Tally) =>
  `${saidKinds
    .filter((kind) => kind !== 'qualitative' || tally.qualitative > 0)
    .map((kind) => `${tally[kind]} ${kind}`)
    .join(', ')} in ${tally.rows} rows`

/** What a text's own counts of verdicts get wrong of a tally, as a sentence; null for nothing. */
export function tallyFault(text: string, tally: Tally): string | null {
  const table = tally.rows === 0 ? 'no table' : 'the table'
  for (const { kinds, count, written } of countsIn(text)) {
    const ways = kinds.includes('partial') ? [kinds, [...kinds, 'qualitative' as const]] : [kinds]
    const sums = ways.map((way) => [...new Set(way)].reduce((sum, kind) => sum + tally[kind], 0))
    if (!sums.includes(count)) return `"${written}" is said, and ${table} has ${tallyWords(tally)}`
  }
  for (const { some, all, written } of sharesIn(text)) {
    if (all !== tally.rows) return `"${written}" is said, and the table has ${tally.rows} rows`
    const upTo = [tally.yes, tally.yes + tally.partial, tally.rows - tally.no]
    if (!upTo.includes(some)) return `"${written}" is said, and the table has ${tallyWords(tally)}`
  }
  return null
}

/** A count of verdicts as it is written: "25 partial / qualitative". */
export interface WrittenCount {
  readonly kinds: readonly SaidKind[]
  readonly count: number
  readonly written: string
}

const kind =
  '(?:yes|full(?:y)?|reproduc(?:es?|ed)|replicate[sd]?|partial(?:ly)?|partly|qualitative(?:ly)?|(?:honest\\s+)?non-?(?:replication|reproduction)s?|do not|does not|not\\b|no\\b(?!\\s+\\w)|fail(?:ed|s)?)'
const counted = new RegExp(
  `(?<![\\w./])(\\d{1,4})\\s+(?:are\\s+|is\\s+)?(${kind}(?:\\s*(?:/|\\bor\\b|\\band\\b)\\s*${kind})*)(?!\\w)`,
  'gi',
)

/** "9 yes, 4 partial, 2 no": two kinds of them at least, else it may count something else. */
export function countsIn(text: string): WrittenCount[] {
  const found = [...text.replace(/\*\*/g, '').matchAll(counted)].map(([written, count, said]) => ({
    kinds: said.split(/\s*(?:\/|\bor\b|\band\b)\s*/i).flatMap((word) => kindOf(word) ?? []),
    count: Number(count),
    written,
  }))
  return new Set(found.map(({ kinds }) => kinds.join())).size > 1 ? found : []
}

const kindOf = (word: string): SaidKind | null =>
  /^(honest|non|do|does|fail)/i.test(word) ? 'no' : saidKind(word)

const smallNumbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
)
const word = `\\b(?:${smallNumbers.join('|')})\\b`
const shareInWords = new RegExp(
  `(${word})(\\s+(?:out\\s+)?of\\s+(?:the\\s+|all\\s+)?)(${word})`,
  'gi',
)

/** "All three reproduce." */
const allInWords = new RegExp(
  `\\ball\\s+(${word})\\s+(?=(?:reproduc|replicat)[a-z]*\\s*[.,;])`,
  'gi',
)

/** "Two of three" as "2 of 3", and "all three" as "3 of 3". */
const inDigits = (text: string) =>
  text
    .replace(shareInWords, (_, some: string, of: string, all: string) =>
      [numberOf(some), of, numberOf(all)].join(''),
    )
    .replace(allInWords, (_, all: string) => `${numberOf(all)} of ${numberOf(all)} `)
const numberOf = (said: string) => smallNumbers.indexOf(said.toLowerCase())

const share =
  /(?<![\w./,\-–])(\d{1,4})(?:\s*\/\s*|\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?)(\d{1,4})(?![\w./])(?:\s+(?:papers?|stubs?|claims?|reproductions?|entries|rows|problems?|experiments?))?\s+(?:are\s+|were\s+|fully\s+)?(?:(?:reproduc|replicat)[a-z]*|(?<=\bclaims?\s+)holds?\b(?=\s*(?:[:.]|$)))/gi

/** "12 of 15 reproduce", "12/15"; where seeds are spoken of, they are what is counted. */
function sharesIn(given: string): { some: number; all: number; written: string }[] {
  if (/\b(seeds?|runs?|trials?)\b/i.test(given)) return []
  const text = inDigits(given)
  const bare = /^\s*(\d{1,4})\s*(?:\/|of)\s*(\d{1,4})\s*$/.exec(text)
  return [...(bare ? [bare] : []), ...text.matchAll(share)].map(([written, some, all]) => ({
    written: written.trim(),
    some: Number(some),
    all: Number(all),
  }))
}
