import type { WrittenNumber } from '../facts/numbers/written-numbers.ts'
import type { Series } from '../facts/runs/series.ts'
import { differencesOf, type Figure, figuresOf } from './figures.ts'
import type { Measured } from './measured.ts'
import type { ResultNumber } from './result-numbers.ts'
import { agree, isWritten, type Scaled, scaled } from './scaled.ts'
import type { Scope } from './scope.ts'

/** Whether the records hold a number; where they do not, what they hold instead. */
export type Held =
  | { readonly held: true }
  | { readonly held: false; readonly nearest: string; readonly elsewhere: string | null }

/** More series than these are compared by themselves only: pairs would be their number squared. */
const mostPaired = 120

/**
 * Holds a number of ours against what was measured of what it is said to be of, at the precision at
 * which it is written. `quoted` are figures of others, which count where it is unclear whose it is.
 */
export function heldBy(
  result: ResultNumber,
  measured: Measured,
  quoted: readonly WrittenNumber[],
): Held {
  const { number, scope, whose } = result
  if (whose === 'unclear' && quoted.some((figure) => agree(number, figure))) return { held: true }
  const series = seriesIn(scope, measured)
  const candidates = candidatesOf(result, series, measured)
  if (candidates.some((figure) => isWritten(number, figure))) return { held: true }
  const everywhere = measured.series.flatMap((one) => scaled(one, figuresFor(one), number, scope))
  return {
    held: false,
    nearest: nearestOf(number, candidates),
    elsewhere: everywhere.find((figure) => isWritten(number, figure))?.says ?? null,
  }
}

function candidatesOf(
  { number, scope }: ResultNumber,
  series: readonly Series[],
  measured: Measured,
): Scaled[] {
  const isFree = number.aside || scope.isDifference
  const own = series.flatMap((one) => {
    const figures = figuresFor(one).filter(({ stat, seed }) => {
      if (number.spread) return stat === 'spread'
      if (scope.seed !== null && one.runs.some((run) => run.seed === scope.seed) && !isFree)
        return seed === scope.seed
      if (scope.stats.length === 0 || isFree) return true
      return scope.stats.some((wanted) => wanted === stat)
    })
    return scaled(one, figures.length > 0 ? figures : figuresFor(one), number, scope)
  })
  const isOfOneArm = scope.arms.length === 1 && scope.claims.length === 0
  return [
    ...own,
    ...(scope.isDifference || number.points || number.times
      ? differences(series, measured, number, scope)
      : []),
    ...(isOfOneArm && !scope.isDifference ? [] : testFigures(scope, measured, number)),
  ]
}

/** The series that a scope is about; what names nothing that was measured is about everything. */
function seriesIn(
  { claims, arms, metrics, places }: Scope,
  { series, claims: all }: Measured,
): Series[] {
  const ofClaims = all.filter(({ id }) => claims.includes(id)).flatMap((claim) => claim.arms)
  const wanted = arms.length > 0 ? [...arms, ...ofClaims] : ofClaims
  const narrow = (from: readonly Series[], keep: (one: Series) => boolean) => {
    const kept = from.filter(keep)
    return kept.length > 0 ? kept : [...from]
  }
  const ofArms = narrow(series, ({ arm }) => wanted.length === 0 || wanted.includes(arm))
  const ofMetrics = narrow(ofArms, ({ metric }) => metrics.length === 0 || metrics.includes(metric))
  return narrow(ofMetrics, ({ place }) => places.length === 0 || places.includes(place))
}

const known = new WeakMap<Series, Figure[]>()

function figuresFor(series: Series): Figure[] {
  const before = known.get(series)
  if (before) return before
  const figures = figuresOf(series)
  known.set(series, figures)
  return figures
}

function differences(
  series: readonly Series[],
  { series: all }: Measured,
  number: WrittenNumber,
  scope: Scope,
): Scaled[] {
  if (all.length > mostPaired) return []
  const isOfSeeds = number.aside || scope.stats.includes('seed')
  // What one pair of runs gives is meant only where the words are about single seeds.
  const isMeant = ({ seed }: Figure) => seed === null || isOfSeeds || seed === scope.seed
  return series.flatMap((one) =>
    all
      .filter(
        (other) =>
          other !== one &&
          other.place === one.place &&
          other.group === one.group &&
          (other.metric === one.metric) !== (other.arm === one.arm),
      )
      .flatMap((other) => scaled(one, differencesOf(one, other).filter(isMeant), number, scope)),
  )
}

function testFigures({ claims, isPercent }: Scope, { tests }: Measured, number: WrittenNumber) {
  return tests
    .filter(({ claim }) => claims.length === 0 || claims.includes(claim))
    .flatMap(({ claim, place, value }): Scaled[] => {
      const says = `the test of ${claim} (${place})`
      const figure = { value, stat: 'test', seed: null, says } as const
      const both = number.percent || number.points || isPercent || Math.abs(number.value) > 1
      return (both ? [1, 100] : [1]).map((scale) => ({ ...figure, shown: value * scale }))
    })
}

function nearestOf({ value }: WrittenNumber, candidates: readonly Scaled[]): string {
  let best: Scaled | null = null
  for (const one of candidates)
    if (!best || Math.abs(one.shown - value) < Math.abs(best.shown - value)) best = one
  return best ? `${Number(best.shown.toPrecision(6))} (${best.says})` : 'none'
}
