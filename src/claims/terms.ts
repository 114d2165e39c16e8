import type { Terms } from '../records/claim-terms.ts'
import type { Claim, ClaimedWork, JudgedAt, Measure } from './claim.ts'
import { paperMean } from './family.ts'
import { directionOf } from './measures.ts'
import { formatSeeds, parseSeeds } from './seeds.ts'

/**
 * The part of a claim's declaration at one place that decides its outcome, without prose; null
 * where the claim is not judged. `work` says which direction of each metric is better. The Holm
 * family follows from the terms of all claims of the paper.
 */
export function termsOf(work: ClaimedWork, claim: Claim, at: JudgedAt | null): Terms | null {
  if (at === null) return null
  const of = ({ arm, metric }: Measure) => ({ arm, metric, better: directionOf(work, metric) })
  const { alpha } = claim
  const common = { seeds: formatSeeds(parseSeeds(at.seeds)), alpha, declared: at.declared }
  switch (claim.kind) {
    case 'ordering': {
      const { kind, better, worse, minimalEffect } = claim
      return { kind, measure: of(better), against: of(worse), ...common, minimalEffect }
    }
    case 'threshold':
      return { kind: claim.kind, measure: of(claim.measure), ...common, bound: claim.bound }
    case 'success-rate': {
      const { kind, measure, success, rate, paperCounts = null } = claim
      return { kind, measure: of(measure), ...common, success, rate, paperCounts }
    }
    case 'paper-value': {
      const { kind, measure, margin } = claim
      return { kind, measure: of(measure), ...common, margin, paper: paperMean(claim) }
    }
    case 'equivalence': {
      const { kind, measure, other, margin } = claim
      return { kind, measure: of(measure), against: of(other), ...common, margin }
    }
    case 'not-attempted':
      return { kind: claim.kind, ...common }
  }
}
