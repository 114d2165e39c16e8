import type { Document } from './facts/document/document.ts'
import { tablesIn } from './facts/document/document.ts'
import { sectionNamed } from './facts/document/sections.ts'
import { measuresIn } from './facts/numbers/written-numbers.ts'
import { type ComparedRow, comparedRows, type SaidCell } from './facts/said/compared-rows.ts'
import { directionIn } from './suspicion.ts'

/** Two rows that the paper has one way round and we the other. */
export interface ReversedOrder {
  readonly line: number
  readonly label: string
  readonly other: { readonly line: number; readonly label: string }
  /** As they are written, in the order of the rows. */
  readonly paper: readonly [string, string]
  readonly ours: readonly [string, string]
}

interface Measured {
  readonly line: number
  readonly label: string
  readonly paper: number
  readonly ours: number
  /** One step of the last digit that is written. */
  readonly unit: number
  readonly text: { readonly paper: string; readonly ours: string }
}

/**
 * The pairs of rows of Results, within one table and one measure, whose order is not the paper's; and
 * how many pairs could be compared at all.
 */
export function reversedOrders(page: Pick<Document, 'blocks'>): {
  readonly compared: number
  readonly reversed: readonly ReversedOrder[]
} {
  const tables = tablesIn(sectionNamed(page, 'Results')?.blocks ?? [])
  const pairs = tables.flatMap((table) => pairsOf(comparedRows(table).flatMap(measuredIn)))
  const reversed = pairs.filter(isReversed).map(([a, b]) => ({
    line: b.line,
    label: a.label,
    other: { line: a.line, label: b.label },
    paper: [a.text.paper, b.text.paper] as const,
    ours: [a.text.ours, b.text.ours] as const,
  }))
  return { compared: pairs.length, reversed }
}

/** The other way round, where neither the paper's gap nor ours is a matter of the last digit. */
function isReversed([a, b]: readonly [Measured, Measured]): boolean {
  const [theirs, own] = [a.paper - b.paper, a.ours - b.ours]
  const unit = Math.max(a.unit, b.unit)
  return theirs * own < 0 && Math.abs(theirs) > 4.5 * unit && Math.abs(own) > 2.5 * unit
}

/** Beyond this many rows it is no table of arms. */
const mostRows = 50

const pairsOf = (rows: readonly Measured[]): [Measured, Measured][] =>
  rows.length > mostRows
    ? []
    : rows.flatMap((row, i) => rows.slice(i + 1).map((other): [Measured, Measured] => [row, other]))

/** Rows that are measures themselves, "test error" above "epochs", are not compared. */
function measuredIn({ line, label, paper, ours }: ComparedRow): Measured[] {
  const own = ours.length === 1 ? ours[0].cell : null
  if (paper === null || own === null || isMeasure(label)) return []
  const [theirs, mine] = [firstNumber(paper), firstNumber(own)]
  if (!theirs || !mine) return []
  return [
    {
      line,
      label,
      paper: theirs.value,
      ours: mine.value,
      unit: 1 / Number(`1e${Math.min(theirs.places, mine.places)}`),
      text: { paper: theirs.text.trim(), ours: mine.text.trim() },
    },
  ]
}

const isMeasure = (label: string) =>
  directionIn(label) !== null ||
  /\b(loss|epochs?|steps?|time|seconds|minutes|seeds?|parameters|weights|size|rate|cost|speed|score|iterations?|gap|difference|ratio)\b/i.test(
    label,
  )

const firstNumber = ({ text, strong }: SaidCell) => measuresIn(strong === '' ? text : strong)[0]
