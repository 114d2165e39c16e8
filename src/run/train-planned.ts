import deepEqual from 'deep-equal'
import type { Progress } from '../papers/paper.ts'
import { jobName } from '../records/job.ts'
import type { MadeFrom, RunRecord } from '../records/record.ts'
import type { Store } from '../records/store.ts'
import { UserError } from '../user-error.ts'
import { type MadeFromOf, madeFromOf } from './made-from.ts'
import type { PlannedJob } from './plan.ts'
import type { PlannedRuns } from './planned-runs.ts'
import { runJobs } from './pool.ts'

export interface TrainedRuns {
  /** In the order of the plan. */
  readonly records: readonly RunRecord[]
  /** What was trained just now, and not taken from the store. */
  readonly fresh: readonly { readonly planned: PlannedJob; readonly record: RunRecord }[]
  readonly seconds: number
}

/** What the store had for the planned jobs. */
export interface FoundRuns {
  /** How many runs need not be trained. */
  readonly taken: number
  /** A sentence for each stored run that cannot be used, and is trained again. */
  readonly faults: readonly string[]
  /** Why other stored runs are trained again, and how many for each reason. */
  readonly others: readonly { readonly why: string; readonly runs: number }[]
  /** The jobs that are trained. */
  readonly waiting: readonly PlannedJob[]
}

/** Hears how the training goes. */
export interface TrainingListener {
  /** Once, before anything is trained. */
  begins(found: FoundRuns): void
  at(planned: PlannedJob, progress: Progress): void
  done(planned: PlannedJob, record: RunRecord): void
}

export interface TrainingOptions {
  /** Takes stored runs that are the same as the planned ones. */
  readonly resume?: boolean | undefined
  /** Stops the training; every run that had ended is in the store then, whole. */
  readonly signal: AbortSignal
  readonly listener: TrainingListener
}

/** Runs all planned jobs of all papers in one pool. Rejects when the signal aborts. */
export async function trainPlanned(
  runs: PlannedRuns,
  { resume = false, signal, listener }: TrainingOptions,
): Promise<TrainedRuns> {
  const { store, dataset, backend, workers, threads } = runs
  const jobs = runs.plans.flatMap((plan) => plan.jobs)
  const madeFrom = madeFromOf(dataset, backend)
  const { stored, faults, others } = resume
    ? takeStored(jobs, store, madeFrom)
    : { stored: new Map<string, RunRecord>(), faults: [], others: [] }
  const waiting = jobs.filter(({ key }) => !stored.has(key))
  listener.begins({ taken: stored.size, faults, others, waiting })
  const began = performance.now()
  const fresh: { planned: PlannedJob; record: RunRecord }[] = []
  const records = await runJobs(jobs, {
    dataset,
    backend,
    workers,
    threads,
    store,
    madeFrom,
    stored,
    signal,
    onProgress: listener.at,
    onDone(planned, record) {
      fresh.push({ planned, record })
      listener.done(planned, record)
    },
  })
  return { records, fresh, seconds: (performance.now() - began) / 1000 }
}

/**
 * The stored runs that can be taken for these jobs, a sentence for each whose record or bytes are
 * damaged, and how many of the rest are another run, for each reason.
 */
function takeStored(jobs: readonly PlannedJob[], store: Store, madeFrom: MadeFromOf) {
  const stored = new Map<string, RunRecord>()
  const faults: string[] = []
  const runs = new Map<string, number>()
  for (const planned of jobs) {
    try {
      const record = store.get(planned.key)
      if (!record) continue
      const why = differenceOf(record, planned, madeFrom(planned.job))
      if (why !== null) {
        runs.set(why, (runs.get(why) ?? 0) + 1)
        continue
      }
      for (const { sha256 } of [...record.artifacts, ...(record.snapshots ?? [])])
        store.artifact(sha256)
      stored.set(planned.key, record)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      // The sentences after the first say how to repair the run; here it is trained again instead.
      const [what] = error.message.split('. ')
      faults.push(`${planned.job.paper} ${jobName(planned.job)}: ${what}`)
    }
  }
  return { stored, faults, others: [...runs].map(([why, count]) => ({ why, runs: count })) }
}

/**
 * In what a stored run is not the planned one, in words; null where it was asked the same and made from
 * the same, so that it stands for the job.
 */
function differenceOf(
  { job, config, madeFrom }: RunRecord,
  planned: PlannedJob,
  here: MadeFrom,
): string | null {
  const differ = [
    !deepEqual([job, config], [planned.job, planned.config], { strict: true }) &&
      'asked with other settings',
    madeFrom.dataset !== here.dataset && 'made from other images',
    madeFrom.kernels !== here.kernels && 'made by other kernels',
    madeFrom.source !== here.source && 'made from other source of the paper or of what it imports',
  ].filter((what) => what !== false)
  return differ.length > 0 ? differ.join(' and ') : null
}
