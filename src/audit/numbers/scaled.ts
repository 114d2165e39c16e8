import type { WrittenNumber } from '../facts/numbers/written-numbers.ts'
import type { Series } from '../facts/runs/series.ts'
import { wordsIn } from '../text/words.ts'
import type { Figure } from './figures.ts'
import type { Scope } from './scope.ts'

/** A figure as a README would give it. */
export interface Scaled extends Figure {
  readonly shown: number
}

/** As fraction, as per cent, or as it is: what the unit and the surroundings allow. */
export function scaled(
  { unit, metric }: Series,
  figures: readonly Figure[],
  number: WrittenNumber,
  { isPercent, counts }: Scope,
): Scaled[] {
  const own = metricCounts(metric)
  const isComplement =
    unit !== 'nats' && unit !== 'count' && counts !== null && own !== null && counts !== own
  const isLarge = Math.abs(number.value) > 1
  return figures.flatMap((figure) => {
    const isRatio = figure.stat === 'difference' && (number.times || number.percent)
    const scales = isRatio ? [1, 100] : scalesOf(unit, number, isPercent, isLarge, figure.value)
    const value = isComplement ? complementOf(figure) : figure.value
    return scales.map((scale) => ({ ...figure, shown: value * scale }))
  })
}

/** Of what is right, the share that is wrong, and the reverse. */
function complementOf({ stat, value }: Figure): number {
  const isShare = stat !== 'spread' && stat !== 'difference' && value >= 0 && value <= 1
  return isShare ? 1 - value : value
}

function metricCounts(metric: string): Scope['counts'] {
  const words = wordsIn(metric)
  if (words.some((word) => /^(err|errors?|wrong)$/.test(word))) return 'wrong'
  return words.some((word) => /^(acc|accuracy|correct|right)$/.test(word)) ? 'right' : null
}

function scalesOf(
  unit: Series['unit'],
  { percent, points }: WrittenNumber,
  isPercent: boolean,
  isLarge: boolean,
  value: number,
): readonly number[] {
  if (unit === 'nats' || unit === 'count') return [1]
  const isShare = Math.abs(value) <= 1
  if (unit === 'fraction') {
    if (percent || points || isLarge) return [100]
    return isPercent ? [1, 100] : [1]
  }
  if (percent || points) return isShare ? [100, 1] : [1]
  if (isShare) return isPercent || isLarge ? [1, 100] : [1]
  return isLarge ? [1] : [1, 0.01]
}

/** Rounded as it is written; a tie may go either way, and so may what JSON rounded before. */
export function isWritten(
  { value, step, approximate, of }: WrittenNumber,
  { shown, stat }: Scaled,
): boolean {
  // "496/500" is the share .992, at half an image; or 496 of them.
  if (
    of !== null &&
    [1, 100].some((scale) => Math.abs(value / of - shown / scale) <= 0.5 / of + 1e-9)
  )
    return true
  const slack = (approximate ? 1.5 : 0.5) * step * (1 + 1e-6)
  const isUnsigned = stat === 'difference' || stat === 'test' || stat === 'spread'
  const off = isUnsigned ? Math.abs(Math.abs(value) - Math.abs(shown)) : Math.abs(value - shown)
  return off <= slack + 1e-9 * Math.abs(shown)
}

/** Whether a number may quote another: the same, or rounded; per cent for a fraction, or the reverse. */
export function agree({ value, step }: WrittenNumber, quoted: WrittenNumber): boolean {
  const slack = 0.5 * step * (1 - 1e-6)
  return [1, 100, 0.01].some((scale) => Math.abs(value - scale * quoted.value) <= slack)
}
