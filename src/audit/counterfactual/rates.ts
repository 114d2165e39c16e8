import type { MetricDeclaration } from '../../claims/claim.ts'
import type { AlteredRun, Causes, Unchanged } from './causes.ts'

/** A metric that counts right or wrong answers to the test examples. */
export interface TestRate {
  readonly name: string
  readonly label: string
  /** The share of right answers, of what the metric says. */
  right(value: number): number
}

/** The declared metrics that are such rates, by their unit and words; top-5 and the like are none. */
export function testRates(metrics: Readonly<Record<string, MetricDeclaration>>): TestRate[] {
  return Object.entries(metrics).flatMap(([name, { label, unit, better }]) => {
    const words = `${name} ${label}`.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
    const isRate = unit === 'fraction' && /acc|error|correct|right|wrong|misclass/.test(words)
    const isOther =
      /train|valid|\bval\b|top.?\d|median|mean|average|best|forget|f1|auc|recall/.test(words)
    if (!isRate || isOther) return []
    const right = better === 'higher' ? (value: number) => value : (value: number) => 1 - value
    return [{ name, label, right }]
  })
}

/** Places behind the point that a value shows; 12 for one that was not rounded. */
export function places(value: number): number {
  const text = String(value)
  if (text.includes('e')) return 12
  return Math.min(12, text.split('.')[1]?.length ?? 0)
}

/**
 * The least number of examples over which all values can be rates, as far as they are written; null
 * when there is none up to `most`.
 */
export function grainOf(values: readonly number[], most: number): number | null {
  const shown = Math.max(...values.map(places))
  const tolerance = shown >= 12 ? 1e-11 : 0.500001 * 10 ** -shown
  for (let n = 1; n <= most; n++)
    if (values.every((value) => Math.abs(Math.round(value * n) / n - value) <= tolerance)) return n
  return null
}

/** What ten runs say in which all test labels are one class, one run a class. */
export interface OneLabelEach {
  /** The share of right answers in each run, in the order of the labels. */
  readonly shares: readonly number[]
  /** What they add up to; equal ones once, for a program that answers in groups of labels. */
  readonly sum: number
  readonly sumOfDifferent: number
  /** Further from 1 than rounding explains. */
  readonly isOff: boolean
}

/**
 * Every image has one answer, so the shares that are answered 0, 1, 2, ... add up to 1, unless which
 * answers, images or nets count depends on the labels. Null where not every label was tried.
 */
export function oneLabelEach(
  { data, runs }: Causes,
  arm: string,
  { name, right }: TestRate,
): OneLabelEach | null {
  const alike = runs.filter((run) => run.arm === arm && run.change.kind === 'test labels alike')
  const labels = data?.labels.length ?? 0
  if (labels < 2 || alike.length < labels) return null
  if (alike.some(({ problem, metrics }) => problem !== null || !Object.hasOwn(metrics, name)))
    return null
  const values = alike.map(({ metrics }) => metrics[name])
  const shares = values.map(right)
  const sum = total(shares)
  const sumOfDifferent = total([...new Set(shares)])
  const tolerance = labels * 0.5 * 10 ** -Math.max(...values.map(places)) + 1e-9
  const isOff = [sum, sumOfDifferent].every((one) => Math.abs(one - 1) > tolerance)
  return { shares, sum, sumOfDifferent, isOff }
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/**
 * At most so many answers are right by chance. Where it is not known that a program tells all labels
 * apart, it may answer one of two.
 */
export function chanceRate(causes: Causes, arm: string, rate: TestRate): number {
  const share = causes.data?.largestShare ?? 1
  const each = oneLabelEach(causes, arm, rate)
  if (!each || each.isOff) return Math.max(0.5, share)
  const isWhole = Math.abs(each.sum - 1) <= Math.abs(each.sumOfDifferent - 1)
  const groups = new Set(each.shares).size
  return isWhole ? share : Math.min(1, share * (each.shares.length - groups + 1))
}

/** The run of an arm with a change, if it gave metrics. */
export const runWith = ({ runs }: Causes, arm: string, kind: AlteredRun['change']['kind']) =>
  runs.find((run) => run.arm === arm && run.change.kind === kind && run.problem === null)

/** Over how many examples a metric is a rate, as all its values show; at least one. */
export function examplesOf(causes: Causes, { arm, metrics }: Unchanged, name: string): number {
  const altered = causes.runs.filter((run) => run.arm === arm && Object.hasOwn(run.metrics, name))
  const values = [metrics[name], ...altered.map((run) => run.metrics[name])]
  return grainOf(values, causes.data?.testExamples ?? 1) ?? causes.data?.testExamples ?? 1
}
