import type { Outcome } from './claim.ts'
import type { JudgedClaim } from './judged-claim.ts'

/**
 * One word for a paper, from its claims at one dataset and preset. Claims that are not judged
 * there, not attempted, or compared without a test do not count. The outcome is `not-attempted` if
 * no claim counts; `inconclusive` if any is narrowed, because then a part of the evidence is
 * missing; `replicates` if all replicate; `partial` if some do; else `not-replicated` if any is
 * refuted; else `inconclusive`.
 */
export function paperOutcome(judged: readonly JudgedClaim[]): Outcome {
  const having = judged.filter(
    ({ declared, outcome }) => declared !== null && outcome !== 'not-attempted',
  )
  if (having.length === 0) return 'not-attempted'
  if (having.some(({ narrowed }) => narrowed)) return 'inconclusive'
  const some = (wanted: Outcome) => having.some(({ outcome }) => outcome === wanted)
  if (having.every(({ outcome }) => outcome === 'replicates')) return 'replicates'
  if (some('replicates') || some('partial')) return 'partial'
  return some('not-replicated') ? 'not-replicated' : 'inconclusive'
}
