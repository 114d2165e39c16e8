import type { Assessment } from '../assessment.ts'
import type { OrderingClaim } from '../claim.ts'
import { figure } from '../words.ts'
import { assessPairs } from './paired-differences.ts'
import type { Setting } from './setting.ts'

/** Judges `better` against `worse`, seed by seed. */
export function assessOrdering(claim: OrderingClaim, setting: Setting): Assessment {
  const [measured, against] = setting.measures
  const { minimalEffect, alpha } = claim
  return assessPairs({
    ...setting,
    measured,
    against,
    better: setting.directionOf(claim.better.metric),
    minimalEffect,
    alpha,
    asked: (median) => `median ${figure(median)} (at least ${figure(minimalEffect)} asked)`,
  })
}
