import { parseSeeds } from '../../src/claims/seeds.ts'
import { inOrder } from '../../src/docs/place.ts'
import type { Paper } from '../../src/papers/paper.ts'
import { type Golden, goldenOf } from '../../src/records/golden.ts'
import type { Count, RunRecord } from '../../src/records/record.ts'
import { accepted, recordOf } from '../records/samples.ts'

type Place = Pick<Golden, 'dataset' | 'preset'>

/** Made-up counts for one run: what a golden would hold if training had given them. */
export type CountsOf = (arm: string, seed: number) => Readonly<Record<string, Count>>

/** A golden with every run that the preset declares, holding made-up counts. */
export function exampleGolden(paper: Paper, place: Place, countsOf: CountsOf): Golden {
  const { runs, config } = paper.presets[place.preset] ?? { runs: {}, config: {} }
  const records = Object.entries(runs).flatMap(([arm, seeds]) =>
    parseSeeds(seeds).map((seed): RunRecord => {
      const counts = countsOf(arm, seed)
      const fractions = Object.entries(counts).map(([name, { count, total }]) => [
        name,
        count / total,
      ])
      return recordOf({
        job: { paper: paper.slug, ...place, arm, seed, overrides: {} },
        config,
        metrics: { ...Object.fromEntries(fractions), trainLoss: 0.25 },
        counts,
      })
    }),
  )
  return goldenOf({ paper: paper.slug, ...place }, records, [], accepted)
}

/** Where the paper's claims are judged, each place once. */
export function judgedPlaces(paper: Paper): Place[] {
  const places = inOrder(paper.claims.flatMap(({ judgedAt }) => judgedAt))
  const names = places.map(({ dataset, preset }) => `${dataset} ${preset}`)
  return places
    .filter((_, i) => names.indexOf(names[i]) === i)
    .map(({ dataset, preset }) => ({ dataset, preset }))
}

/** Counts that differ by arm, metric and seed, for every metric of a paper that is a fraction. */
export function anyCounts(paper: Paper): CountsOf {
  const arms = Object.keys(paper.arms)
  return (arm, seed) =>
    Object.fromEntries(
      Object.entries(paper.metrics)
        .filter(([, { unit }]) => unit === 'fraction')
        .map(([name], i) => [
          name,
          { count: 100 + 40 * arms.indexOf(arm) + 10 * i + ((seed * 7) % 13), total: 2000 },
        ]),
    )
}
