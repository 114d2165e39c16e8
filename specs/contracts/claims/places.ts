import type { Claim, JudgedAt } from '../../../src/claims/claim.ts'
import type { Paper } from '../../../src/papers/paper.ts'

export interface Place {
  readonly paper: Paper
  readonly claim: Claim
  readonly at: JudgedAt
  /** As people name it: `deformation-helps at mnist quick`. */
  readonly name: string
}

/** Every claim of a paper at every dataset and preset at which it is judged. */
export function placesOf(paper: Paper): Place[] {
  return paper.claims.flatMap((claim) =>
    claim.judgedAt.map((at) => ({
      paper,
      claim,
      at,
      name: `${paper.slug}: ${claim.id} at ${at.dataset} ${at.preset}`,
    })),
  )
}
