import { type Document, proseIn, type Table, tablesIn } from './facts/document/document.ts'
import { wordsOf } from './facts/document/sections.ts'
import { lineAt, plain, type Text } from './facts/document/text.ts'
import { runCountsIn, type WrittenCount } from './facts/numbers/run-counts.ts'
import { type ComparedRow, comparedRows } from './facts/said/compared-rows.ts'
import { cut, type Stretch, sentencesOf } from './numbers/segments.ts'
import { verdictWord } from './text/verdict-word.ts'

/** The paper's count of runs beside ours, where a README says that this reproduces. */
export interface ComparedCounts {
  readonly line: number
  /** What is counted: the row's label, or the sentence. */
  readonly of: string
  readonly paper: WrittenCount
  readonly ours: WrittenCount
  /** Whether it is said to reproduce. */
  readonly saysYes: boolean
}

/** Every pair of counts of a page, in table rows and in sentences. */
export function comparedCounts(page: Pick<Document, 'blocks'>): ComparedCounts[] {
  const tables = tablesIn(page.blocks)
  const rows = tables.flatMap(comparedRows)
  const saysYes = verdictBelow.test(wordsOf(page))
  const sentences = proseIn(page.blocks).flatMap(({ text }) => inProse(text))
  const judged = tables.filter((table) => comparedRows(table).length === 0).flatMap(inJudgedRows)
  return [...rows.flatMap((row) => inRow(row, saysYes)), ...judged, ...sentences]
}

/** "| rings | yes (9/30 vs paper 9/10) |": a verdict, and the counts in any cell of its row. */
function inJudgedRows({ header, rows }: Table): ComparedCounts[] {
  const at = header.findIndex((title, i) => i > 0 && /^(reproduc|replicat)/i.test(title))
  if (at < 0) return []
  return rows.flatMap(({ line, cells }) => {
    const saysYes = verdictWord(cells[at]?.text ?? '') === 'yes'
    const clauses = cells.slice(1).flatMap(({ text }) => text.split(/;\s/))
    return clauses.flatMap((text) => inText(text, line).map((one) => ({ ...one, saysYes })))
  })
}

/** A paragraph of two counts is read as one; of one with more, each sentence that has two. */
function inProse(text: Text): ComparedCounts[] {
  const words = plain(text)
  const line = lineAt(text, 0)
  if (runCountsIn(words).length <= 2) return inText(words, line)
  return sentencesOf(text.words).flatMap((sentence) =>
    inText(cut(text.words, sentence), lineAt(text, startOf(text.words, sentence))),
  )
}

/** Where the first word of a sentence stands. */
const startOf = (words: string, { start, end }: Stretch) =>
  start + Math.max(0, words.slice(start, end).search(/\S/))

/** "Reproduces: yes", in a line of its own beside the table. */
const verdictBelow =
  /\b(reproduc(es?|ed|tion)|replicat(es?|ed|ion))\W{0,12}(yes|full(y)?|confirmed)\b|\bverdict\W{0,12}(yes|reproduc|replicat)/i

function inRow(
  { line, label, paper, ours, verdict }: ComparedRow,
  saidBelow: boolean,
): ComparedCounts[] {
  const theirs = runCountsIn(paper?.text ?? '')
  const judged = verdict === null ? [] : inVerdict(verdict.text, line)
  const compared = ours.flatMap(({ cell }) => {
    const own = runCountsIn(cell.text)
    const saysYes =
      verdict !== null ? verdictWord(verdict.text) === 'yes' : affirms(cell.text) || saidBelow
    // "9/10 in the paper, 9/30 here" in one cell is a sentence.
    if (theirs.length === 0) return inText(`${cell.text}. ${saysYes ? 'reproduces' : ''}`, line)
    return theirs.length === 1 && own.length === 1
      ? [{ line, of: label, paper: theirs[0], ours: own[0], saysYes }]
      : []
  })
  return [...compared, ...judged]
}

/** "Yes (9/30 against 9/10)": a verdict compares ours with what the paper has. */
function inVerdict(text: string, line: number): ComparedCounts[] {
  const [ours, paper, ...more] = runCountsIn(text)
  if (!ours || !paper || more.length > 0 || text.search(paperWords) >= 0) return inText(text, line)
  const between = text.slice(ours.at + ours.text.length, paper.at)
  const isAgainst = /^[^,;.]{0,30}\b(against|vs\.?|versus|compared (to|with))\s*$/i.test(between)
  return isAgainst ? [{ line, of: text, paper, ours, saysYes: verdictWord(text) === 'yes' }] : []
}

const paperWords = /\b(papers?('s)?|original(ly)?|authors?|published|reported|they|theirs?)\b/gi
const ourWords =
  /\b(ours?|we|here|this (repo|work|stub|reproduction)|reproduction|measured|got)\b/gi

/** Two counts, each next to a word that says whose it is. */
function inText(text: string, line: number): ComparedCounts[] {
  const counts = runCountsIn(text)
  if (counts.length !== 2) return []
  const own = nearest(text, ourWords, counts)
  // "9 of 10 runs. We solve 9/30. Reproduces: yes": what is reproduced is the paper's.
  const others = own !== null && verdictBelow.test(text) ? oneOf(1 - own) : null
  const paper = nearest(text, paperWords, counts) ?? others
  if (paper === null) return []
  const ours = counts[1 - paper]
  const isOurs =
    own !== null ||
    /\b(against|vs\.?|versus)\b|\((the )?(paper|original)('s)?[:,]?\s*\d/i.test(text)
  return isOurs ? [{ line, of: text, paper: counts[paper], ours, saysYes: affirms(text) }] : []
}

const oneOf = (at: number): 0 | 1 => (at === 0 ? 0 : 1)

/** Which of two counts a word stands nearest to; null without such a word. */
function nearest(
  text: string,
  words: RegExp,
  [first, second]: readonly WrittenCount[],
): 0 | 1 | null {
  let best: { far: number; which: 0 | 1 } | null = null
  for (const { index, 0: word } of text.matchAll(words)) {
    const [a, b] = [first, second].map((count) => distance(text, count, index, word))
    const here = { far: Math.min(a, b), which: a <= b ? (0 as const) : (1 as const) }
    if (best === null || here.far < best.far) best = here
  }
  return best?.which ?? null
}

/** Letters between a count and a word; over a bracket, a comma or a stop it is far. */
function distance(text: string, count: WrittenCount, index: number, word: string): number {
  const end = count.at + count.text.length
  const between =
    index < count.at ? text.slice(index + word.length, count.at) : text.slice(end, index)
  return between.length + (/[(),;.]/.test(between) ? 1000 : 0)
}

/** It says that something reproduces, and neither "not" nor "partly". */
const affirms = (text: string) =>
  /\b(reproduc(es?|ed)|replicat(es?|ed)|confirm(s|ed)?|match(es|ed)?|agree[sd]?|yes)\b|✓|✔|✅/i.test(
    text,
  ) &&
  !/\b(not|no|never|fail(s|ed)?|partial(ly)?|partly|cannot|without|only in part)\b|n['’]t\b|✗|❌/i.test(
    text,
  )
