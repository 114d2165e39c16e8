import type { Dataset } from '../data/dataset.ts'
import type { BackendName } from '../numerics/backend.ts'
import { usableBackend } from '../numerics/backends.ts'
import type { Paper } from '../papers/paper.ts'
import type { Preset } from '../records/record.ts'
import { openStore, type Store } from '../records/store.ts'
import { type Cores, shareCores } from './cores.ts'
import { type PlannedJob, planJobs } from './plan.ts'
import { armOf, parseOverrides, presetOf } from './resolve.ts'

/** Arms and seeds that go together; absent means all that the preset declares. */
export interface Selection {
  readonly arms?: readonly string[] | undefined
  readonly seeds?: readonly number[] | undefined
}

export interface RunsRequest {
  readonly papers: readonly Paper[]
  readonly preset: Preset
  /** Opens the dataset; asked once, when all else of the request is in order. */
  readonly openData: () => Dataset | Promise<Dataset>
  readonly sets: readonly string[]
  /** Unless given, the quickest that is there. */
  readonly backend?: BackendName | undefined
  readonly workers?: number | undefined
  readonly threads?: number | undefined
  readonly out: string
  /** What to run of a paper; everything once unless said. */
  readonly select?: (paper: Paper) => readonly Selection[]
}

export interface PaperPlan {
  readonly paper: Paper
  readonly jobs: readonly PlannedJob[]
}

/** All that is settled before anything is trained. */
export interface PlannedRuns extends Cores {
  readonly preset: Preset
  readonly dataset: Dataset
  readonly store: Store
  readonly backend: BackendName
  readonly plans: readonly PaperPlan[]
}

/**
 * Checks a request, opens store and dataset, and plans the jobs of each paper. Throws a UserError on a
 * person's mistake; what takes least time is checked first.
 */
export async function planRuns(request: RunsRequest): Promise<PlannedRuns> {
  const { papers, preset, workers, threads } = request
  const backend = usableBackend(request.backend)
  const asked = papers.map((paper) => {
    const selections = request.select?.(paper) ?? [{}]
    const declared = Object.keys(presetOf(paper, preset).runs)
    const arms = selections.flatMap((selection) => selection.arms ?? declared)
    for (const arm of arms) armOf(paper, arm)
    return { paper, selections, overrides: parseOverrides(paper, arms, request.sets) }
  })
  const store = openStore(request.out)
  const dataset = await request.openData()
  const images = { train: dataset.train.count, test: dataset.test.count }
  const plans = await Promise.all(
    asked.map(async ({ paper, selections, overrides }) => {
      const jobs = new Map<string, PlannedJob>()
      const common = { paper, preset, dataset: dataset.name, images, overrides }
      for (const selection of selections)
        for (const job of await planJobs({ ...common, ...selection })) jobs.set(job.key, job)
      return { paper, jobs: [...jobs.values()] }
    }),
  )
  const runs = plans.flatMap(({ jobs }) => jobs).filter(({ flops }) => flops > 0).length
  const cores = shareCores(runs, { ...(workers && { workers }), ...(threads && { threads }) })
  return { preset, dataset, store, backend, ...cores, plans }
}
