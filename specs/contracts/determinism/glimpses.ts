/// <reference types="vite/types/importMeta.d.ts" />
import { drawStrokes } from '../../../src/data/strokes/strokes.ts'
import type { BackendName } from '../../../src/numerics/backend.ts'
import { papers } from '../../../src/papers/index.ts'
import type { Config, Paper } from '../../../src/papers/paper.ts'
import { digestBytes } from '../../../src/records/digest.ts'
import { openStore } from '../../../src/records/store.ts'
import { madeFromOf } from '../../../src/run/made-from.ts'
import { type PlannedJob, planJobs } from '../../../src/run/plan.ts'
import { runJobs } from '../../../src/run/pool.ts'
import { sourcesDigest } from '../goldens/sources-digest.ts'
import type { Result } from './in-this-process.ts'

export const images = { train: 400, test: 200 }
export const dataset = drawStrokes(images)

/** Whether whole glimpses of all arms are made: with the slow specs, in CI. */
export const isWhole = import.meta.env.MODE === 'slow'

/** So many arms of a paper have their turn otherwise; a digest of all sources chooses them. */
const mostArms = 3

/** The arms of a paper that are glimpsed, with those that they read. */
export function glimpsedArms({ slug, arms }: Paper): string[] {
  const all = Object.keys(arms)
  if (isWhole || all.length <= mostArms) return all
  const digest = sourcesDigest()
  const drawn = new Map(all.map((arm) => [arm, digestBytes(`${digest}/${slug}/${arm}`)]))
  return all.sort((a, b) => (drawn.get(a)! < drawn.get(b)! ? -1 : 1)).slice(0, mostArms)
}

/** One arm of each paper, with those that it reads; every arm with the slow specs. */
export const oneOfEach = (jobs: readonly PlannedJob[]): PlannedJob[] => {
  if (isWhole) return [...jobs]
  const chosen = papers.map(({ slug }) =>
    jobs.find(({ job, flops }) => job.paper === slug && flops > 0),
  )
  return chosen.filter((one) => one !== undefined)
}

/** Arms of every paper on some seeds, a few dozen steps over an epoch's end. */
export async function jobsOn(
  seeds: readonly number[],
  sizesOf: (glimpse: Config) => Config,
): Promise<PlannedJob[]> {
  const glimpsed = { preset: 'quick', dataset: 'strokes', images, seeds } as const
  const planned = papers.map((paper) => {
    const overrides = isWhole ? paper.glimpse : sizesOf(paper.glimpse)
    return planJobs({ ...glimpsed, paper, arms: glimpsedArms(paper), overrides })
  })
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
