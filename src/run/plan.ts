import { parseSeeds } from '../claims/seeds.ts'
import type { Config, Paper } from '../papers/paper.ts'
import { jobKey } from '../records/job.ts'
import type { DatasetId, Job, Preset } from '../records/record.ts'
import { armOf, presetOf, resolveConfig } from './resolve.ts'

/** A job with what it takes: its resolved config, the jobs it reads, and its arithmetic. */
export interface PlannedJob {
  readonly job: Job
  readonly key: string
  readonly config: Config
  /** Keys of the jobs whose artifacts it reads, in the order in which it reads them. */
  readonly waitsFor: readonly string[]
  /** Which artifact of theirs it reads. */
  readonly artifact: string | null
  /** Floating-point operations; 0 for a job that trains nothing. */
  readonly flops: number
}

export interface PlanRequest {
  readonly paper: Paper
  readonly preset: Preset
  readonly dataset: DatasetId
  readonly images: { readonly train: number; readonly test: number }
  /** Instead of the seeds that the preset declares. */
  readonly seeds?: readonly number[] | undefined
  /** Instead of all arms. */
  readonly arms?: readonly string[] | undefined
  readonly overrides: Config
}

/** The jobs that a paper's preset asks for, each once, whatever a job waits for before it. */
export async function planJobs(request: PlanRequest): Promise<PlannedJob[]> {
  const { paper, preset, dataset, images, overrides } = request
  const { runs } = presetOf(paper, preset)
  const { cost } = await paper.load()
  const planned = new Map<string, PlannedJob>()

  const plan = (arm: string, seed: number): string => {
    const config = resolveConfig(paper, preset, arm, overrides)
    const job: Job = { paper: paper.slug, preset, dataset, arm, seed, overrides }
    const key = jobKey(job)
    if (!planned.has(key)) {
      const { reads } = armOf(paper, arm)
      const waitsFor = reads ? reads.seeds(seed, config).map((other) => plan(reads.arm, other)) : []
      const artifact = reads?.artifact ?? null
      const flops = reads ? 0 : cost(config, images)
      planned.set(key, { job, key, config, waitsFor, artifact, flops })
    }
    return key
  }

  for (const arm of request.arms ?? Object.keys(runs)) {
    armOf(paper, arm)
    for (const seed of request.seeds ?? parseSeeds(runs[arm] ?? '0')) plan(arm, seed)
  }
  return [...planned.values()]
}

/** Floating-point operations of all jobs together. */
export const totalFlops = (jobs: readonly PlannedJob[]) =>
  jobs.reduce((sum, { flops }) => sum + flops, 0)
