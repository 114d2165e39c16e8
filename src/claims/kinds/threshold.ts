import type { Assessment } from '../assessment.ts'
import type { ThresholdClaim } from '../claim.ts'
import { decimal } from '../statistics/fraction.ts'
import { figure } from '../words.ts'
import { assessPairs } from './paired-differences.ts'
import type { Setting } from './setting.ts'

/**
 * The measure against `bound`, by the machinery of an ordering whose other arm always gives the
 * bound. The minimal effect is 0, because how far is far enough already stands in the bound: a
 * seed exactly on it is a tie, a median on it is good enough.
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
