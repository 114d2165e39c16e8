import { type Document, proseIn, type Table, tablesIn } from './facts/document/document.ts'
import { plain } from './facts/document/text.ts'
import {
  countsIn,
  type SaidKind,
  saidKind,
  type Tally,
  tallyFault,
  tallyOf,
  together,
} from './tally.ts'
import { isTotal } from './totals.ts'

/** A count of verdicts that is not what the tables hold that it sums up. */
export interface WrongCount {
  readonly path: string
  readonly line: number
  readonly what: string
}

type Page = Pick<Document, 'blocks' | 'path'>

interface PlacedTally extends Tally {
  readonly line: number
}

/**
 * Every summary of verdicts on some pages, in rows, in header cells and in sentences, against the
 * tables: it must sum up one of its own page, or all of them; on a page without any, all of another.
 */
export function wrongCounts(pages: readonly Page[]): WrongCount[] {
  const read = pages.map((page) => ({ page, tallies: talliesIn(page) }))
  const whole = read
    .filter(({ tallies }) => tallies.length > 0)
    .map(({ page, tallies }) => ({ where: page.path, tally: together(tallies) }))
  return read.flatMap(({ page, tallies }) => {
    const all = together(tallies)
    return summariesIn(page).flatMap(({ line, text, isTable }): WrongCount[] => {
      const nearest = nearestTo(line, tallies)
      const own = tallies.length > 0 ? [...tallies, all] : whole.map(({ tally }) => tally)
      const fits = own.length === 0 || own.some((tally) => tallyFault(text, tally) === null)
      if (fits) return []
      const of = nearest && isTable ? all : (nearest ?? whole[0]?.tally)
      const where =
        tallies.length === 0
          ? ` (${whole[0]?.where})`
          : of === all
            ? tablesOf(tallies)
            : ` (line ${nearest?.line})`
      return of ? [{ path: page.path, line, what: `${tallyFault(text, of)}${where}` }] : []
    })
  })
}

const tablesOf = (tallies: readonly PlacedTally[]) =>
  tallies.length > 1
    ? ` (${tallies.length} tables, line ${tallies[0]?.line} and below)`
    : ` (line ${tallies[0]?.line})`

/** A share, "2 of 3 reproduce", may be of the table beside it. */
const isSum = (text: string) => countsIn(text).length > 0

function nearestTo<T extends { readonly line: number }>(line: number, all: readonly T[]): T | null {
  const far = (one: T) => Math.abs(one.line - line)
  return all.reduce<T | null>((best, one) => (best && far(best) <= far(one) ? best : one), null)
}

const talliesIn = ({ blocks }: Page): PlacedTally[] =>
  tablesIn(blocks).flatMap((table) => {
    if (summaryRows(table).length > 0) return []
    const tally = verdictsOf(table)
    return tally ? [{ ...tally, line: table.line }] : []
  })

/** What the last column of verdicts says; null where no column holds verdicts in most rows. */
function verdictsOf({ header, rows }: Table): Tally | null {
  const own = rows.filter((row) => !isTotal(row))
  const columns = header.map((title, i) => ({
    isNamed: verdictTitle.test(title),
    said: own.flatMap(({ cells }) => saidKind(cells[i]?.text ?? '') ?? []),
  }))
  const verdicts = columns.findLast(
    ({ said, isNamed }, i) =>
      i > 0 && said.length > (isNamed ? 0 : 1) && 2 * said.length > own.length,
  )
  return verdicts ? tallyOf(verdicts.said, own.length) : null
}

const verdictTitle = /^(reproduc|replicat)/i

/** "| **yes** | 2 |": a row for each verdict, with how often it was given. */
function summaryRows({ rows }: Table): { line: number; kind: SaidKind; count: number }[] {
  const found = rows.flatMap(({ line, cells }) => {
    const [label, count] = cells
    const kind = saidKind(label?.text ?? '')
    const isCount = /^\s*\d{1,4}\s*$/.test(count?.text ?? '')
    return kind && isCount && (label?.text.length ?? 0) < 40
      ? [{ line, kind, count: Number(count?.text) }]
      : []
  })
  return new Set(found.map(({ kind }) => kind)).size > 1 ? found : []
}

interface Summary {
  readonly line: number
  readonly text: string
  readonly isTable: boolean
}

function summariesIn({ blocks }: Page): Summary[] {
  const ofTables = tablesIn(blocks).flatMap((table): Summary[] => {
    const rows = summaryRows(table)
    const text = rows.map(({ count, kind }) => `${count} ${kind}`).join(', ')
    const inRows = rows.length > 0 ? [{ line: rows[0].line, text, isTable: true }] : []
    const header = table.header.join(', ')
    return [
      ...inRows,
      ...(isSum(header) ? [{ line: table.line, text: header, isTable: true }] : []),
    ]
  })
  const prose = proseIn(blocks).map(({ text, line }) => ({
    line,
    text: plain(text),
    isTable: false,
  }))
  return [...ofTables, ...prose]
}
