import { formatSeeds } from '../../claims/seeds.ts'
import { type Golden, goldenPath } from '../../records/golden.ts'
import type { Loosening } from './loosening.ts'
import { loosenedTerms } from './terms-loosened.ts'

/** What is read of a golden of any version: who ran, and on what terms each claim was judged. */
export type ComparedGolden = Pick<Golden, 'paper' | 'dataset' | 'preset' | 'records' | 'claims'>

/** What goldens ask less of than they did: a golden, an arm's seeds, a claim or its terms are gone. */
export function loosenedGoldens(
  before: readonly ComparedGolden[],
  now: readonly ComparedGolden[],
): Loosening[] {
  return before.flatMap((then) => {
    const path = goldenPath(then)
    const successor = now.find((one) => goldenPath(one) === path)
    if (!successor) return [{ path, what: 'the golden is gone' }]
    return [...lostSeeds(then, successor), ...loosenedClaims(then, successor)].map((what) => ({
      path,
      what,
    }))
  })
}

function lostSeeds(before: ComparedGolden, now: ComparedGolden): string[] {
  const seedsOf = ({ records }: ComparedGolden, arm: string) =>
    records.filter(({ job }) => job.arm === arm).map(({ job }) => job.seed)
  const arms = [...new Set(before.records.map(({ job }) => job.arm))]
  return arms.flatMap((arm) => {
    const left = seedsOf(now, arm)
    const lost = seedsOf(before, arm).filter((seed) => !left.includes(seed))
    return lost.length > 0 ? [`arm ${arm} has fewer seeds: without ${formatSeeds(lost)}`] : []
  })
}

function loosenedClaims(before: ComparedGolden, now: ComparedGolden): string[] {
  return Object.entries(before.claims).flatMap(([id, { terms }]) => {
    if (!Object.hasOwn(now.claims, id)) return [`claim ${id} is gone`]
    return loosenedTerms(terms, now.claims[id].terms).map((what) => `claim ${id}: ${what}`)
  })
}
