import type { Document } from '../facts/document/document.ts'
import type { WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { isAlike, plainValue, stepOf } from './alike.ts'
import { isSame } from './description.ts'
import { meanOf, medianOf } from './figures.ts'
import type { PageFault } from './page-fault.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import type { SeedColumn, Summary } from './seed-columns.ts'
import { toldOfSeeds } from './told-of-seeds.ts'

/**
 * What a README gives in two ways: a seed's value beside the same seed's in a table, and a mean, a
 * median or an extreme beside the seeds that it is of. Times vary, and are left alone.
 */
export function ownContradictions(page: Pick<Document, 'blocks'>): PageFault[] {
  const { columns, others } = quantitiesOf(page)
  return [...twiceIn(others), ...againstSeeds(columns, others), ...toldOfSeeds(page)]
}

/** Two tables that give the same of one seed, or of none, in two ways. */
function twiceIn(others: readonly Quantity[]): PageFault[] {
  const cells = others.filter(({ table, words }) => table !== null && !isTime.test(words))
  return cells.flatMap((later, i) =>
    cells
      .slice(0, i)
      .filter(
        (first) =>
          first.table !== later.table &&
          first.seed === later.seed &&
          first.stat === later.stat &&
          isEqual(first.about.own, later.about.own) &&
          isEqual(first.about.aside, later.about.aside) &&
          first.table?.lead === later.table?.lead &&
          isSame(first.about, later.about) &&
          !isAlike(first.number, later.number),
      )
      .map((first) => ({
        line: later.line,
        what: `${[...later.about.own].join(' ')} is ${first.number.text.trim()} (line ${first.line}) and ${later.number.text.trim()} (line ${later.line})`,
      })),
  )
}

const isEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((word) => b.has(word))

function againstSeeds(columns: readonly SeedColumn[], others: readonly Quantity[]): PageFault[] {
  return columns
    .filter(({ title }) => !isTime.test(title))
    .flatMap((column) => [
      ...column.summaries.flatMap(({ stat, number, line }) =>
        summaryFault(column, stat, number, line),
      ),
      ...others
        .filter(({ about }) => isSame(about, column.about))
        .flatMap((quantity) => faultOf(quantity, column)),
    ])
}

export const isTime =
  /\b(time|wall-?\s?clock|seconds?|minutes?|sec|duration|runtime|elapsed)\b|\((s|ms|min)\)/i

function faultOf(quantity: Quantity, column: SeedColumn): PageFault[] {
  const { seed, stat, number, line, words } = quantity
  if (isTime.test(words)) return []
  if (seed !== null) {
    const own = column.cells.find((cell) => cell.seed === seed)
    if (!own || isAlike(number, own.number)) return []
    const what = `seed ${seed} has two values of ${column.title.trim()}: ${number.text.trim()} (line ${line}) and ${own.number.text.trim()} (line ${own.line})`
    return [{ line, what }]
  }
  return stat === null || /\bseeds?\b/i.test(words) === false
    ? []
    : summaryFault(column, stat, number, line)
}

function summaryFault(
  { cells, title, line: at }: SeedColumn,
  stat: Summary,
  number: WrittenNumber,
  line: number,
): PageFault[] {
  const values = cells.map((cell) => plainValue(cell.number)).sort((a, b) => a - b)
  const is = {
    mean: meanOf(values),
    median: medianOf(values),
    least: values[0],
    greatest: values[values.length - 1],
  }[stat]
  const slack = 0.5 * stepOf(number) + 0.5 * Math.max(...cells.map((cell) => stepOf(cell.number)))
  if (Math.abs(plainValue(number) - is) <= slack * (number.approximate ? 3 : 1) * (1 + 1e-9))
    return []
  const shown = Number((number.percent ? 100 * is : is).toPrecision(4))
  const what = `${number.text.trim()} (line ${line}) is given as the ${stat} of ${title.trim()}, and its ${cells.length} seeds (line ${at}) come to ${shown}${number.percent ? ' %' : ''}`
  return [{ line, what }]
}
