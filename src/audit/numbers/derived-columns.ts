import type { Row, Table } from '../facts/document/document.ts'
import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { meanOf, medianOf } from './figures.ts'
import { exactInterval, type Interval, intervalOf, meets, ratiosOf } from './intervals.ts'
import type { PageFault } from './page-fault.ts'
import { soleNumber } from './seed-columns.ts'

const derived =
  /\b(ratio|speed-?up|factor|lift|diff(erence)?|gap|reduction|improvement)\b|Δ|^\s*[×x]\s*$/iu
const ofSeveral = /^\W*(mean|median|avg|average|overall|total|all)\b/i

/** A column of ratios or differences beside just two columns of numbers. */
export function wrongColumns({ header, rows }: Table): PageFault[] {
  const at = header.findIndex((title, i) => i > 0 && derived.test(title))
  if (at < 0 || header.filter((title, i) => i > 0 && derived.test(title)).length !== 1) return []
  const numeric = header.flatMap((_, i) =>
    i > 0 && i !== at && rows.some(({ cells }) => numbersIn(cells[i]?.text ?? '').length > 0)
      ? [i]
      : [],
  )
  const [left, right] = numeric
  if (numeric.length !== 2 || left === undefined || right === undefined) return []
  const read = rows.map((row) => ({
    row,
    all: [left, right, at].map((i) => soleNumber(row.cells[i]?.text ?? '')),
  }))
  const column = read
    .filter(({ row }) => !ofSeveral.test(row.cells[0]?.text ?? ''))
    .flatMap(({ all }) => all[2]?.value ?? [])
    .sort((x, y) => x - y)
  return read.flatMap(({ row, all: [a, b, said] }) => {
    if (!a || !b || !said || followsFrom(said, a, b)) return []
    if (
      ofSeveral.test(row.cells[0]?.text ?? '') &&
      [meanOf(column), medianOf(column)].some(
        (value) => Math.abs(value - said.value) <= 1.5 * said.step,
      )
    )
      return []
    return [{ line: row.line, what: wrongRow(row, header[at] ?? '', said, a, b) }]
  })
}

function followsFrom(said: WrittenNumber, a: WrittenNumber, b: WrittenNumber): boolean {
  const written = intervalOf(said)
  const scales = said.percent ? [0.01, 1] : [1, 0.01]
  const [x, y] = [exactInterval(a), exactInterval(b)]
  const differences: Interval[] = [
    [x[0] - y[1], x[1] - y[0]],
    [y[0] - x[1], y[1] - x[0]],
  ]
  const all = [...ratiosOf(intervalOf(a), intervalOf(b)), ...differences]
  return scales.some((scale) =>
    all.some((one) => meets([written[0] * scale, written[1] * scale], one)),
  )
}

const wrongRow = (
  { cells }: Row,
  title: string,
  said: WrittenNumber,
  a: WrittenNumber,
  b: WrittenNumber,
) =>
  `${title.trim()} of ${cells[0]?.text.trim()}: ${said.text.trim()} follows neither as ratio nor as difference from ${a.text.trim()} and ${b.text.trim()} in its row`
