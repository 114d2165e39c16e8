import type { Claim } from '../../claims/claim.ts'
import { measuresOf } from '../../claims/measures.ts'
import { digestBytes } from '../../records/digest.ts'
import type { DatasetId, Preset } from '../../records/record.ts'
import type { FreshRun } from '../fresh-run.ts'

/** Seeds for one claim that are drawn, not chosen: which arms run them, and where the claim is judged. */
export interface FreshSeeds {
  readonly drawnFor: NonNullable<FreshRun['drawnFor']>
  readonly arms: readonly string[]
  readonly seeds: readonly number[]
}

/** The challenge of every claim that is judged at a place; one that only compares is left out. */
export function freshChallenges(
  claims: readonly Claim[],
  { dataset, preset }: { readonly dataset: DatasetId; readonly preset: Preset },
  commit: string,
): FreshSeeds[] {
  return claims.flatMap((claim) => {
    const at = claim.judgedAt.find((one) => one.dataset === dataset && one.preset === preset)
    if (!at || at.declared === 'not-attempted') return []
    const arms = [...new Set(measuresOf(claim).map(({ arm }) => arm))]
    const seeds = freshSeedsOf(commit, claim.id)
    return [{ drawnFor: { claim: claim.id, dataset, preset }, arms, seeds }]
  })
}

/**
 * Five different seeds: the first of 1000 + sha256("commit/claim/i") modulo 999,000, for i = 0, 1, 2 and
 * so on. They begin at a thousand, because declared seeds are smaller.
 */
export function freshSeedsOf(commit: string, claim: string): number[] {
  const seeds = new Set<number>()
  for (let i = 0; seeds.size < 5; i++) {
    const draw = Number.parseInt(digestBytes(`${commit}/${claim}/${i}`).slice(0, 12), 16)
    seeds.add(1000 + (draw % 999_000))
  }
  return [...seeds]
}
