import type { Row, Table } from './facts/document/document.ts'
import { measuresIn, type WrittenNumber } from './facts/numbers/written-numbers.ts'
import { type SaidKind, saidKind, tallyFault, tallyOf, tallyWords } from './tally.ts'

/** A total that is not what its rows come to. */
export interface WrongTotal {
  readonly line: number
  readonly what: string
}

/** "Total", "**Sum:**", "Total (15)"; "total steps" is a setting. */
const totalLabel = /^((grand |sub-?)?totals?|sum|Σ|altogether|in total)\s*(\([^()]*\))?[:.]?$/i

export const isTotal = ({ cells }: Row) => totalLabel.test(cells[0]?.text.trim() ?? '')

/** A table of nothing but totals is no table of totals. */
const mostTotals = 100

/** Columns in which a total is no sum: shares, means, and what is numbered. */
const notAdditive =
  /%|#|\b(acc\w*|err\w*|rates?|ratio|share|means?|avg|average|median|best|max\w*|min\w*|years?|loss|p|id|rank|score|factor|speed\w*)\b/i

/**
 * Every row of a table that is called its total, against the rows above it: those since the last
 * total, or all of them, for a subtotal counts the one and the grand total the other.
 */
export function wrongTotals({ header, rows }: Table): WrongTotal[] {
  const ends = rows.flatMap((row, i) => (isTotal(row) ? [i] : []))
  return ends.slice(0, mostTotals).flatMap((end, k) => {
    const row = rows[end]
    const parts = rows.slice((ends[k - 1] ?? -1) + 1, end)
    const [all, own] = [rows.slice(0, end).filter((one) => !isTotal(one)), parts]
    if (all.length === 0) return []
    return row.cells.slice(1).flatMap(({ text }, i) => {
      const column = { title: header[i + 1] ?? '', at: i + 1 }
      const what = faultOf(text, column, all)
      const isSub = own.length > 0 && faultOf(text, column, own) === null
      return what === null || isSub ? [] : [{ line: row.line, what }]
    })
  })
}

interface Column {
  readonly title: string
  readonly at: number
}

function faultOf(total: string, column: Column, rows: readonly Row[]): string | null {
  const cells = rows.map(({ cells: own }) => own[column.at]?.text ?? '')
  const verdicts = cells.flatMap((text) => saidKind(text) ?? [])
  const fault =
    2 * verdicts.length >= cells.length && verdicts.length > 0
      ? verdictsFault(total, verdicts, rows.length)
      : notAdditive.test(column.title)
        ? null
        : sumFault(total, cells)
  const name = column.title === '' ? 'a column without a title' : `"${column.title}"`
  return fault === null ? null : `the total of ${name}: ${fault}`
}

/** "12/15", "9 yes, 4 partial, 2 no" or a number of yeses under a column of verdicts. */
function verdictsFault(total: string, verdicts: readonly SaidKind[], rows: number): string | null {
  const tally = tallyOf(verdicts, rows)
  const amount = amountIn(total)
  if (amount === null) return tallyFault(total, tally)
  const { value, text } = amount.number
  if ([tally.yes, tally.yes + tally.partial, rows - tally.no, rows].includes(value)) return null
  return `${text} is said, and its rows have ${tallyWords(tally)}`
}

function sumFault(total: string, cells: readonly string[]): string | null {
  const amount = amountIn(total)
  if (amount === null || total.includes('%')) return null
  const amounts = cells.filter((text) => !/^[-–—]?$/.test(text)).map(amountIn)
  const { value, places, text } = amount.number
  if (amounts.every((one) => one === null)) {
    // Words above a number: it counts them.
    const ways = [cells.length, amounts.length, new Set(cells).size]
    return !Number.isInteger(value) || ways.includes(value) || amounts.length === 0
      ? null
      : `${text} is said, and there are ${cells.length} rows`
  }
  if (amounts.some((one) => one === null || one.unit !== amount.unit)) return null
  const numbers = amounts.map((one) => one?.number.value ?? 0)
  const sum = numbers.reduce((all, one) => all + one, 0)
  const isCount = amount.unit === '' && [value, ...numbers].every(Number.isInteger)
  const slack = (0.5 * (numbers.length + 1)) / Number(`1e${places}`)
  if (Math.abs(sum - value) <= (isCount ? 0 : slack * (1 + 1e-9))) return null
  return `${text.trim()} is said, and its rows add to ${Number(sum.toFixed(places))}`
}

/** A cell that is one number, with or without a unit. */
function amountIn(text: string): { number: WrittenNumber; unit: string } | null {
  const unit =
    /^[~≈]?\s*[-−]?[\d.,]+(?:e[-+]?\d+)?\s*(s|sec|seconds|ms|h|min|minutes|m|[kKMG]?B|)$/i.exec(
      text.trim(),
    )
  const numbers = measuresIn(
    text
      .trim()
      .replace(/^[~≈]\s*/, '')
      .replace(/\s*[a-z]+$/i, ''),
  )
  return unit && numbers.length === 1 ? { number: numbers[0], unit: unit[1] } : null
}
