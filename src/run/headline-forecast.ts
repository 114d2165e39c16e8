import type { Paper } from '../papers/paper.ts'
import type { RunRecord } from '../records/record.ts'
import { type PlannedJob, planJobs } from './plan.ts'
import type { PlannedRuns } from './planned-runs.ts'
import type { TrainedRuns } from './train-planned.ts'

/** How long the headline runs of a paper would take here. */
export interface Estimate {
  readonly slug: string
  readonly seconds: number
}

/** MNIST's sizes: headline is declared for it, whatever these runs were on. */
const images = { train: 60_000, test: 10_000 }

/** What headline would take of each paper of which something was trained just now, at the same rate. */
export async function headlineForecast(
  { plans, workers }: Pick<PlannedRuns, 'plans' | 'workers'>,
  { fresh }: Pick<TrainedRuns, 'fresh'>,
): Promise<Estimate[]> {
  const estimates: Estimate[] = []
  for (const { paper } of plans) {
    const rate = measuredRate(fresh.filter(({ record }) => record.job.paper === paper.slug))
    if (rate === null) continue
    const jobs = await headlineJobs(paper)
    estimates.push({ slug: paper.slug, seconds: estimatedSeconds(jobs, rate, workers) })
  }
  return estimates
}

const headlineJobs = (paper: Paper) =>
  planJobs({ paper, preset: 'headline', dataset: 'mnist', images, overrides: {} })

/** Floating-point operations a second of one worker, as measured; null when nothing was trained. */
export function measuredRate(
  runs: readonly {
    readonly planned: Pick<PlannedJob, 'flops'>
    readonly record: Pick<RunRecord, 'provenance'>
  }[],
): number | null {
  const trained = runs.filter(({ planned }) => planned.flops > 0)
  const flops = trained.reduce((sum, { planned }) => sum + planned.flops, 0)
  const seconds = trained.reduce((sum, { record }) => sum + record.provenance.seconds, 0)
  return seconds > 0 ? flops / seconds : null
}

/** Seconds that a plan takes at a rate: its arithmetic is shared by the workers, but no run is split. */
export function estimatedSeconds(
  jobs: readonly Pick<PlannedJob, 'flops'>[],
  rate: number,
  workers: number,
): number {
  const longest = Math.max(0, ...jobs.map(({ flops }) => flops))
  return Math.max(jobs.reduce((sum, { flops }) => sum + flops, 0) / rate / workers, longest / rate)
}
