import type { Assessment } from '../assessment.ts'
import type { ThresholdClaim } from '../claim.ts'
import { decimal } from '../statistics/fraction.ts'
import { figure } from '../words.ts'
import { assessPairs } from './paired-differences.ts'
import type { Setting } from './setting.ts'

/**
 * Judges the measure against `bound`, as an ordering whose other arm always gives the bound. The
 * minimal effect is 0, because the bound already says how good is good enough: a seed exactly on
 * the bound is a tie, and a median on the bound passes.
 */
export function assessThreshold(claim: ThresholdClaim, setting: Setting): Assessment {
  const { bound, alpha, measure } = claim
  const [measured] = setting.measures
  const better = setting.directionOf(measure.metric)
  const limit = `${better === 'lower' ? 'at most' : 'at least'} ${figure(bound)}`
  const exact = decimal(bound)
  return assessPairs({
    ...setting,
    measured,
    against: measured.map(({ seed }) => ({ seed, value: bound, exact })),
    better,
    minimalEffect: 0,
    alpha,
    asked: (median) => {
      const value = better === 'higher' ? bound + median : bound - median
      return `median ${figure(value)} (${limit} asked)`
    },
  })
}
