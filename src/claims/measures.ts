import type { Claim, ClaimedWork, Measure } from './claim.ts'

/** The measures of a claim: the one that it is about, then the one that this is compared with. */
export function measuresOf(claim: Claim): Measure[] {
  switch (claim.kind) {
    case 'ordering':
      return [claim.better, claim.worse]
    case 'equivalence':
      return [claim.measure, claim.other]
    case 'not-attempted':
      return []
    default:
      return [claim.measure]
  }
}

/**
 * Which direction of a metric is better. Throws RangeError for a metric that the paper does not
 * declare.
 */
export function directionOf(work: ClaimedWork, metric: string): 'lower' | 'higher' {
  if (!Object.hasOwn(work.metrics, metric)) {
    throw new RangeError(
      `${work.slug} has a claim about ${metric}, a metric that it does not declare`,
    )
  }
  return work.metrics[metric].better
}
