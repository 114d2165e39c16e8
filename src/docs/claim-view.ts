import type { Claim, JudgedAt } from '../claims/claim.ts'
import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import type { Paper } from '../papers/paper.ts'
import type { Golden } from '../records/golden.ts'
import { type GoldenOf, inOrder } from './place.ts'

/** A claim at one place where it is judged, with what the golden there gives. */
export interface ClaimView {
  readonly paper: Paper
  readonly claim: Claim
  /** Null for a claim that is judged nowhere. */
  readonly at: JudgedAt | null
  readonly found: { readonly golden: Golden; readonly judged: JudgedClaim } | null
}

/** A claim at every place of its declaration, strongest evidence first. */
export function everyView(paper: Paper, claim: Claim, goldenOf: GoldenOf): ClaimView[] {
  return inOrder(claim.judgedAt).map((at) => {
    const golden = goldenOf({ paper: paper.slug, dataset: at.dataset, preset: at.preset })
    if (!golden) return { paper, claim, at, found: null }
    const judged = judge(paper, golden.records, at).find(({ id }) => id === claim.id)
    if (!judged) throw new Error(`${paper.slug} has no claim ${claim.id}`)
    return { paper, claim, at, found: { golden, judged } }
  })
}

/** A claim at the place of its strongest evidence: the first declared place that has a golden. */
export function mainView(paper: Paper, claim: Claim, goldenOf: GoldenOf): ClaimView {
  const views = everyView(paper, claim, goldenOf)
  return views.find(({ found }) => found) ?? views[0] ?? { paper, claim, at: null, found: null }
}
