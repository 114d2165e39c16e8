import type { Stat } from '../facts/runs/run.ts'
import type { Series } from '../facts/runs/series.ts'
import { type Figure, figuresOf } from './figures.ts'
import type { Measured } from './measured.ts'
import type { ResultNumber } from './result-numbers.ts'
import { isWritten, scaled } from './scaled.ts'

/**
 * What the records hold in place of a number that says all of what it is: its arm, its metric, and its
 * seed, its statistic or, in a cell of a table, nothing else. Null where it says less, where the
 * records hold nothing of the kind, and where they hold the number.
 */
export function contradictionOf(result: ResultNumber, measured: Measured): string | null {
  const { number, scope, isCell } = result
  const isOther = number.aside || number.points || number.times || number.spread
  if (isOther || scope.isDifference || result.isProbability) return null
  const all = seriesOf(result, measured)
  const isExact = scope.seed !== null || statOf(scope.stats) !== null
  if (all.length === 0 || (!isCell && !isExact)) return null
  const figures = all.flatMap((series) => scaled(series, meantOf(series, result), number, scope))
  if (figures.length === 0 || figures.some((figure) => isWritten(number, figure))) return null
  const [nearest] = figures.toSorted(
    (a, b) => Math.abs(a.shown - number.value) - Math.abs(b.shown - number.value),
  )
  return `${Number(nearest.shown.toPrecision(6))} (${nearest.says})`
}

/** The series of just the arm and the metric that a number names; empty where it names no single ones. */
function seriesOf({ scope }: ResultNumber, { series }: Measured): Series[] {
  const arms = new Set(series.map(({ arm }) => arm))
  if (scope.claims.length > 0 || scope.arms.length > 1) return []
  if (scope.arms.length === 0 && arms.size > 1) return []
  const ofArm = series.filter(({ arm }) => scope.arms.length === 0 || arm === scope.arms[0])
  const metrics = new Set(ofArm.map(({ metric }) => metric))
  const named = scope.metrics.filter((metric) => metrics.has(metric))
  if (named.length > 1 || (named.length === 0 && metrics.size > 1)) return []
  const ofMetric = ofArm.filter(({ metric }) => named.length === 0 || metric === named[0])
  const ofPlace = ofMetric.filter(({ place }) => scope.places.includes(place))
  return ofPlace.length > 0 ? ofPlace : ofMetric
}

const statOf = (stats: readonly Stat[]): Stat | null =>
  stats.find((stat) => stat === 'median' || stat === 'mean') ?? null

/** The figures of a series that a number can be; none where another number of seeds is meant. */
function meantOf(series: Series, { scope }: ResultNumber): Figure[] {
  const { runs } = series
  const figures = figuresOf(series)
  if (scope.seed !== null) return figures.filter(({ seed }) => seed === scope.seed)
  if (scope.seedCount !== null && scope.seedCount !== runs.length) return []
  const stat = statOf(scope.stats)
  // Of one run nothing is a median.
  if (stat !== null) return runs.length < 2 ? [] : figures.filter((one) => one.stat === stat)
  return figures
}
