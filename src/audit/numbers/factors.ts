import { type Document, tablesIn } from '../facts/document/document.ts'
import { sectionsOf } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { wrongColumns } from './derived-columns.ts'
import { type Interval, intervalOf, meets, ratiosOf } from './intervals.ts'
import type { PageFault } from './page-fault.ts'
import { cut, type Stretch, sentencesOf } from './segments.ts'
import { wrongShares } from './wrong-shares.ts'

/** Factors, shares and differences that do not follow from the two numbers beside them. */
export function wrongFactors(page: Pick<Document, 'blocks'>): PageFault[] {
  const sentences = sectionsOf(page)
    .flatMap(statementsOf)
    .filter(({ kind }) => kind !== 'code')
    .flatMap((statement) =>
      sentencesOf(statement.prose)
        .flatMap(clausesOf(statement.prose))
        .flatMap((sentence) => {
          const text = cut(statement.prose, sentence)
          const besides = inSentence(text)
          const all = besides.length > 0 ? besides : wrongShares(text)
          return all.map(({ at, what }) => ({
            line: lineAt(statement, sentence.start + at),
            what,
          }))
        }),
    )
  return [...sentences, ...tablesIn(page.blocks).flatMap(wrongColumns)]
}

/** What semicolons part. */
const clausesOf = (text: string) => (sentence: Stretch) => {
  const ends = [...cut(text, sentence).matchAll(/;/g)].map(
    ({ index }) => sentence.start + index + 1,
  )
  return [...ends, sentence.end].map((end, i) => ({ start: ends[i - 1] ?? sentence.start, end }))
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

const setting =
  /(=|\b(seeds?|depth|epochs?|[nkt]|steps?|dim|size|lr|(learning|dropout) rate|momentum|dropout|decay|noise|temperature|sigma|alpha|beta|gamma|eta|epsilon)( of)?)\s*$/i

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
  // "8 against 16 units, 1.5 times slower": whole numbers may be what was changed.
  if (a.isInteger && b.isInteger && !a.percent) return []
  // "From 0.50 to 0.40" is no range.
  const isFrom = /\bfrom\b/i.test(text.slice(0, a.at))
  // "T = 30" and "K-5" are no measurements.
  const isPlain = (one: WrittenNumber) =>
    one.of === null &&
    (!one.ranged || isFrom) &&
    !one.spread &&
    !one.points &&
    !setting.test(text.slice(0, one.at))
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
