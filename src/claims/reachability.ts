import type { Claim } from './claim.ts'
import { isTested } from './family.ts'
import { mostSeeds, parseSeeds } from './seeds.ts'
import { rateTest } from './statistics/clopper-pearson.ts'
import { holm } from './statistics/holm.ts'

/**
 * The claims that could not replicate even if every seed of every test favoured them, because the
 * smallest possible p-value of their seeds, adjusted over the paper's tests at that place, is above
 * alpha. One sentence for each, with the number of seeds that would be enough.
 */
export function unreachableClaims(claims: readonly Claim[]): string[] {
  const places = claims.flatMap(({ judgedAt }) => judgedAt.map(placeName))
  return [...new Set(places)].flatMap((place) => unreachableAt(claims, place))
}

function unreachableAt(claims: readonly Claim[], place: string): string[] {
  const family = claims.flatMap((claim) => {
    const at = claim.judgedAt.find((candidate) => placeName(candidate) === place)
    if (!at || claim.kind === 'not-attempted') return []
    const seeds = parseSeeds(at.seeds)
    return isTested(claim, seeds) ? [{ claim, seeds: seeds.length }] : []
  })
  const adjusted = holm(family.map(({ claim, seeds }) => smallestP(claim, seeds)))
  return family.flatMap(({ claim, seeds }, i) => {
    if (adjusted[i] <= claim.alpha) return []
    const p = Number(adjusted[i].toPrecision(3))
    const enough = seedsThatDo(claim, seeds, family.length)
    const wayOut = enough
      ? `declare at least ${enough} seeds, or fewer tests here`
      : 'claim a lower rate'
    return [
      `claim ${claim.id}: ${place}: ${seeds} seeds cannot pass, because their best p after Holm over ${family.length} tests is ${p} and alpha is ${claim.alpha}; ${wayOut}`,
    ]
  })
}

/**
 * The p-value when every seed favours the claim. That of a claim about means can be as close to 0
 * as one likes.
 */
function smallestP(claim: Claim, seeds: number): number {
  const chance = chancePerSeed(claim)
  return chance === null ? 0 : rateTest(seeds, seeds, chance)
}

/**
 * The probability that one seed favours a claim that is only just false; null for claims about
 * means.
 */
function chancePerSeed(claim: Claim): number | null {
  if (claim.kind === 'success-rate') return claim.rate
  return claim.kind === 'ordering' || claim.kind === 'threshold' ? 0.5 : null
}

/**
 * Enough seeds to pass even if the other tests of the family have larger p-values; null if that is
 * more than `mostSeeds`.
 */
function seedsThatDo(claim: Claim, seeds: number, familySize: number): number | null {
  let p = smallestP(claim, seeds)
  for (let enough = seeds; enough <= mostSeeds; enough++) {
    if (p * familySize <= claim.alpha) return enough
    p *= chancePerSeed(claim) ?? 0
  }
  return null
}

function placeName({ dataset, preset }: Claim['judgedAt'][number]): string {
  return `${dataset} ${preset}`
}
