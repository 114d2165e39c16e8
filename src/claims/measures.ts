import type { Claim, ClaimedWork, Measure } from './claim.ts'

/** The measures of a claim: the one it is about, then the one that it is held against. */
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

/** Which way a metric is better; an undeclared metric is a fault of the paper's declaration. */
export function directionOf(work: ClaimedWork, metric: string): 'lower' | 'higher' {
  if (!Object.hasOwn(work.metrics, metric)) {
    throw new RangeError(`${work.slug} claims something of ${metric}, a metric it does not declare`)
  }
  return work.metrics[metric].better
}
