import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { sectionsNamed } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { contradictionOf } from './contradicted.ts'
import { heldBy } from './held.ts'
import { type Measured, measuredBy } from './measured.ts'
import { type ResultNumber, resultNumbers } from './result-numbers.ts'
import { agree } from './scaled.ts'

/**
 * What becomes of a number that a README gives as a result. `traced`: to a record, a claim, a figure
 * that is quoted. `contradicted`: what it says that it is has another value. `untraced`: neither.
 */
export type Answer = 'traced' | 'contradicted' | 'untraced'

export interface TracedNumber {
  readonly line: number
  /** As it is written. */
  readonly text: string
  readonly answer: Answer
  /** Why it is not traced, as a sentence; null where it is. */
  readonly what: string | null
}

export interface Tracing {
  readonly numbers: readonly TracedNumber[]
  /** The files, or what else holds the numbers; none where nothing was measured. */
  readonly paths: readonly string[]
  /** Whether there were more numbers than are read. */
  readonly isCut: boolean
}

/** Each number under Results with its answer, in their order. */
export function traced(page: Pick<Document, 'blocks'>, evidence: Evidence): Tracing {
  const measured = measuredBy(evidence)
  const statements = sectionsNamed(page, 'Results').flatMap(statementsOf)
  const { results, isCut } = resultNumbers(statements, measured.vocabulary)
  const quoted = [
    ...measured.claims.flatMap(({ figures }) => figures),
    ...results.filter(({ whose }) => whose === 'theirs').map(({ number }) => number),
  ]
  const paths = measured.series.length > 0 ? measured.paths : []
  return { numbers: results.map((result) => answerTo(result, measured, quoted)), paths, isCut }
}

/** The numbers under Results that nothing holds, for a list on demand. */
export function untracedNumbers(evidence: Evidence): TracedNumber[] {
  const { readme } = evidence
  if (readme.state !== 'read') return []
  return traced(readme.page, evidence).numbers.filter(({ answer }) => answer === 'untraced')
}

type Written = ResultNumber['number']

function answerTo(
  result: ResultNumber,
  measured: Measured,
  quoted: readonly Written[],
): TracedNumber {
  const { line, number, whose } = result
  const is = (answer: Answer, what: string | null = null) => ({
    line,
    text: number.text,
    answer,
    what,
  })
  if (whose === 'theirs') {
    const fault = quotedFault(result, measured)
    return fault === null ? is('traced') : is('contradicted', fault)
  }
  const what = ownFault(result, measured, quoted)
  if (what === null) return is('traced')
  return is(contradictionOf(result, measured) === null ? 'untraced' : 'contradicted', what)
}

function ownFault(
  result: ResultNumber,
  measured: Measured,
  quoted: readonly Written[],
): string | null {
  const { number, scope, isProbability } = result
  // Without declared claims nobody but the author has computed a test.
  if (isProbability && measured.tests.length === 0) return null
  const held = heldBy(
    isProbability ? { ...result, scope: { ...scope, arms: [], isDifference: true } } : result,
    measured,
    quoted,
  )
  if (held.held) return null
  const of = [...scope.claims, ...scope.arms, ...scope.metrics].join(', ')
  const what = `${number.text} is held by no record${of === '' ? '' : ` of ${of}`}`
  const elsewhere = held.elsewhere ? `; it is ${held.elsewhere}` : ''
  return `${what}: the nearest there is ${held.nearest}${elsewhere}`
}

/** A figure of others is checked where a claim of just these arms and metrics carries one. */
function quotedFault({ number, scope }: ResultNumber, { claims }: Measured): string | null {
  const about = claims.filter(
    ({ id, arms, metrics, figures }) =>
      figures.length > 0 &&
      (scope.claims.includes(id) ||
        (scope.arms.length > 0 &&
          scope.arms.every((arm) => arms.includes(arm)) &&
          scope.metrics.every((metric) => metrics.includes(metric)))),
  )
  const figures = about.flatMap((claim) => claim.figures)
  if (figures.length === 0 || figures.some((figure) => agree(number, figure))) return null
  const declared = figures.map(({ text }) => text).join(', ')
  const ids = about.map(({ id }) => id).join(', ')
  return `${number.text} is given as a figure of others, but ${ids} declares ${declared}`
}
