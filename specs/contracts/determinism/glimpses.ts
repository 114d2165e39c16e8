import { drawStrokes } from '../../../src/data/strokes/strokes.ts'
import type { BackendName } from '../../../src/numerics/backend.ts'
import { papers } from '../../../src/papers/index.ts'
import type { Config } from '../../../src/papers/paper.ts'
import { openStore } from '../../../src/records/store.ts'
import { madeFromOf } from '../../../src/run/made-from.ts'
import { type PlannedJob, planJobs } from '../../../src/run/plan.ts'
import { runJobs } from '../../../src/run/pool.ts'
import type { Result } from './in-this-process.ts'

export const images = { train: 400, test: 200 }
export const dataset = drawStrokes(images)

/** Every arm of every paper on some seeds, a few dozen steps over an epoch's end. */
export async function jobsOn(
  seeds: readonly number[],
  sizesOf: (glimpse: Config) => Config = (glimpse) => glimpse,
): Promise<PlannedJob[]> {
  const glimpsed = { preset: 'quick', dataset: 'strokes', images, seeds } as const
  const planned = papers.map((paper) =>
    planJobs({ ...glimpsed, paper, overrides: sizesOf(paper.glimpse) }),
  )
  return (await Promise.all(planned)).flat()
}

const divided = (glimpse: Config, keys: RegExp, by: number): Config =>
  Object.fromEntries(
    Object.entries(glimpse).map(([key, value]) => [
      key,
      keys.test(key) ? Math.ceil(Number(value) / by) : value,
    ]),
  )

/** As many steps as a glimpse has, on a quarter of its images each. */
export const smallBatches = (glimpse: Config) => divided(glimpse, /images|batchSize/i, 4)

/** As many epochs as a glimpse has, of few steps. */
export const fewSteps = (glimpse: Config) => divided(smallBatches(glimpse), /images/i, 10)

interface Pool {
  readonly folder: string
  readonly workers: number
  readonly backend: BackendName
  readonly threads: number
}

/** What a pool of workers leaves in its store. */
export async function inPool(
  jobs: readonly PlannedJob[],
  { folder, workers, backend, threads }: Pool,
): Promise<Result[]> {
  const store = openStore(folder)
  const madeFrom = madeFromOf(dataset, backend)
  await runJobs(jobs, { dataset, backend, workers, threads, store, madeFrom })
  return store.list()
}
