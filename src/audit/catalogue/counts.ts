import { type Document, type Table, tablesIn } from '../facts/document/document.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { isTotal } from '../totals.ts'
import { type StubVerdict, verdictIn } from './verdicts.ts'

export type Word = StubVerdict['word']

/** A count of verdicts as a summary gives it: "25 partial or qualitative". */
export interface SaidCount {
  readonly line: number
  readonly written: string
  readonly count: number
  /** The verdicts that it counts together. */
  readonly words: readonly Word[]
}

/** The verdicts of a page's rows, of all of its tables together, and where the first of them stand. */
export interface RowVerdicts {
  readonly words: readonly Word[]
  readonly line: number
}

/** What the rows of a page say, in columns that are called after it; null where no two rows say it. */
export function rowVerdicts({ blocks }: Pick<Document, 'blocks'>): RowVerdicts | null {
  const tables = tablesIn(blocks).filter((table) => column(table) > 0)
  const words = tables.flatMap((table) =>
    table.rows
      .filter((row) => !isTotal(row))
      .flatMap(({ cells }) => verdictIn(cells[column(table)]?.text ?? '') ?? []),
  )
  return words.length < 2 ? null : { words, line: tables[0].line }
}

const column = ({ header }: Table) =>
  header.findIndex((title) => /^\W*(reproduc|replicat|verdict)/i.test(title))

/**
 * The counts of a page's summaries, each with all that its table counts: rows of a verdict and a
 * number, or cells of a number and what it counts, two of them at least in one table.
 */
export function saidCounts({ blocks }: Pick<Document, 'blocks'>): SaidCount[] {
  return tablesIn(blocks).flatMap((table) => {
    const found = [...inRows(table), ...inCells(table)]
    return found.length > 1 ? found : []
  })
}

/** `| **yes** | 32 | … |` */
function inRows({ rows }: Table): SaidCount[] {
  return rows.flatMap(({ line, cells: [first, second] }): SaidCount[] => {
    const words = wordsIn(first?.text ?? '')
    const count = /^\d{1,4}$/.exec(second?.text.trim() ?? '')
    if (words.length === 0 || !count) return []
    return [{ line, written: `${first.text}: ${second.text}`, count: Number(count[0]), words }]
  })
}

/** `| 32 reproduce | 25 partial or qualitative | 1 honest non-replication |` */
function inCells({ line, header, rows }: Table): SaidCount[] {
  const cells = [
    ...header.map((text) => ({ line, text })),
    ...rows.flatMap((row) => row.cells.map(({ text }) => ({ line: row.line, text }))),
  ]
  return cells.flatMap(({ line: at, text }): SaidCount[] => {
    const [number] = numbersIn(text)
    if (number?.at !== 0 || !number.isInteger || number.percent || number.of !== null) return []
    const words = wordsIn(text.slice(number.end))
    return words.length === 0 ? [] : [{ line: at, written: text, count: number.value, words }]
  })
}

/** The verdicts that a few words name: none in a longer text, which speaks of something else. */
function wordsIn(text: string): Word[] {
  if (text.length > 60) return []
  if (/\b(non-?\s?(replicat|reproduc)\w*|not|no|fail\w*)\b/i.test(text)) return ['no']
  const some = (['partial', 'qualitative'] as const).filter((word) =>
    new RegExp(`\\b${word}`, 'i').test(text),
  )
  if (some.length > 0) return some
  return /^\W*(yes|full|fully|reproduc\w*|replicat\w*)\b/i.test(text) ? ['yes'] : []
}
