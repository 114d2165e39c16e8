import { type Document, type Row, type Table, tablesIn } from '../facts/document/document.ts'
import { sectionsOf } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { meanOf, medianOf } from './figures.ts'
import { soleNumber } from './seed-columns.ts'
import { cut, type Stretch, sentencesOf } from './segments.ts'

/** A factor, a share or a difference that does not follow from the two numbers beside it. */
export interface WrongFactor {
  readonly line: number
  readonly what: string
}

export function wrongFactors(page: Pick<Document, 'blocks'>): WrongFactor[] {
  const sentences = sectionsOf(page)
    .flatMap(statementsOf)
    .filter(({ kind }) => kind !== 'code')
    .flatMap((statement) =>
      sentencesOf(statement.prose)
        .flatMap(clausesOf(statement.prose))
        .flatMap((sentence) => {
          const text = cut(statement.prose, sentence)
          return inSentence(text).map(({ at, what }) => ({
            line: lineAt(statement, sentence.start + at),
            what,
          }))
        }),
    )
  return [...sentences, ...tablesIn(page.blocks).flatMap(inTable)]
}

/** What semicolons part. */
const clausesOf = (text: string) => (sentence: Stretch) => {
  const ends = [...cut(text, sentence).matchAll(/;/g)].map(
    ({ index }) => sentence.start + index + 1,
  )
  return [...ends, sentence.end].map((end, i) => ({ start: ends[i - 1] ?? sentence.start, end }))
}

/** The values that a number may have stood for before it was rounded. */
type Interval = readonly [low: number, high: number]

/** A round whole number, "50 times", may be one in its first digit only. */
function intervalOf({ value, step, approximate, isInteger, percent }: WrittenNumber): Interval {
  const isRound = isInteger && !percent && value !== 0
  const zeros = isRound ? (/0*$/.exec(String(Math.abs(value)))?.[0].length ?? 0) : 0
  const slack = (approximate ? 1.5 : 0.5) * step * 10 ** zeros * (1 + 1e-6)
  const size = Math.abs(value)
  return [size - slack, size + slack]
}

const meets = ([a, b]: Interval, [c, d]: Interval): boolean => a <= d && c <= b

/** Ratios and relative differences of two positive intervals, each way round. */
function ratiosOf([a, b]: Interval, [c, d]: Interval): Interval[] {
  if (a <= 0 || c <= 0) return []
  const ratios: Interval[] = [
    [a / d, b / c],
    [c / b, d / a],
  ]
  return [
    ...ratios,
    ...ratios.map(([low, high]): Interval => (low > 1 ? [low - 1, high - 1] : [1 - high, 1 - low])),
  ]
}

const bounds =
  /([<>≤≥~≈]|\b(over|above|at least|more than|up to|at most|less than|within|under|beyond|factor of (about|~)?))\s*$/i
/** What is of other numbers than those beside it. */
const elsewhere =
  /\b(means?|medians?|averages?|averaged|avg|across|seeds|respectively|paper|original|reported)\b/i
const between =
  /^[^.;]*(\bvs\.?|\bversus\b|→|->|\bagainst\b|\bcompared (to|with)\b|\bthan\b|\binstead of\b|\bfrom\b|\bto\b)[^.;]*$/i
const relative =
  /^\s*\(?(less|fewer|lower|smaller|shorter|reduction|drop|more|higher|larger|greater|longer|better|worse|improvement|gain|lift|faster|slower|relative|of (the|its))\b/i

/** "0.072 against 0.022, 3.3 times less": one factor and two numbers, and no word of any other. */
function inSentence(text: string): { at: number; what: string }[] {
  if (elsewhere.test(text)) return []
  const numbers = numbersIn(text)
  const isShare = ({ percent, end }: WrittenNumber) =>
    percent && relative.test(text.slice(end).replace(/^\s*%/, ''))
  const factors = numbers.filter((number) => number.times || isShare(number))
  const others = numbers.filter((number) => !factors.includes(number))
  const [factor] = factors
  const [a, b] = others
  if (factors.length !== 1 || others.length !== 2 || !factor || !a || !b) return []
  // "From 0.50 to 0.40" is no range.
  const isFrom = /\bfrom\b/i.test(text.slice(0, a.at))
  // "T = 30" and "K-5" are no measurements.
  const isPlain = (one: WrittenNumber) =>
    one.of === null &&
    (!one.ranged || isFrom) &&
    !one.spread &&
    !one.points &&
    !/(=|\b(seeds?|depth|epochs?|n|k|t|steps?|dim|size))\s*$/i.test(text.slice(0, one.at))
  if (![a, b].every(isPlain) || a.percent !== b.percent) return []
  if (bounds.test(text.slice(0, factor.at)) || !between.test(text.slice(a.end, b.at))) return []
  const written = intervalOf(factor)
  const wanted: Interval = factor.times ? written : [written[0] / 100, written[1] / 100]
  const possible = ratiosOf(intervalOf(a), intervalOf(b))
  if (possible.length === 0 || possible.some((one) => meets(wanted, one))) return []
  const [x, y] = [
    Math.max(Math.abs(a.value), Math.abs(b.value)),
    Math.min(Math.abs(a.value), Math.abs(b.value)),
  ]
  const is = factor.times
    ? `${Number((x / y).toPrecision(3))} times`
    : `${Number(((100 * (x - y)) / y).toPrecision(3))} % or ${Number(((100 * (x - y)) / x).toPrecision(3))} %`
  const said = factor.times ? `${factor.text.trim()} times` : factor.text.trim()
  return [
    {
      at: factor.at,
      what: `"${said}" does not follow from ${a.text.trim()} and ${b.text.trim()} beside it, which differ by ${is}`,
    },
  ]
}

const derived =
  /\b(ratio|speed-?up|factor|lift|diff(erence)?|gap|reduction|improvement)\b|Δ|^\s*[×x]\s*$/iu
const ofSeveral = /^\W*(mean|median|avg|average|overall|total|all)\b/i

/** A column of ratios or differences beside just two columns of numbers. */
function inTable({ header, rows }: Table): WrongFactor[] {
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

const exactInterval = ({ value, step }: WrittenNumber): Interval => [
  value - 0.5 * step,
  value + 0.5 * step,
]

const wrongRow = (
  { cells }: Row,
  title: string,
  said: WrittenNumber,
  a: WrittenNumber,
  b: WrittenNumber,
) =>
  `${title.trim()} of ${cells[0]?.text.trim()}: ${said.text.trim()} follows neither as ratio nor as difference from ${a.text.trim()} and ${b.text.trim()} in its row`
