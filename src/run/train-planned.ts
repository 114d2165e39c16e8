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
  const { stored, faults } = resume
    ? takeStored(jobs, store, madeFrom)
    : { stored: new Map<string, RunRecord>(), faults: [] }
  const waiting = jobs.filter(({ key }) => !stored.has(key))
  listener.begins({ taken: stored.size, faults, waiting })
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

/** The stored runs that can be taken for these jobs, and a sentence for each whose record or bytes are damaged. */
function takeStored(jobs: readonly PlannedJob[], store: Store, madeFrom: MadeFromOf) {
  const stored = new Map<string, RunRecord>()
  const faults: string[] = []
  for (const planned of jobs) {
    try {
      const record = store.get(planned.key)
      if (!record || !isSameRun(record, planned, madeFrom(planned.job))) continue
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
  return { stored, faults }
}

/** A stored record stands for a job when it was asked the same and made from the same. */
function isSameRun(record: RunRecord, planned: PlannedJob, madeFrom: MadeFrom): boolean {
  return (
    deepEqual(record.job, planned.job, { strict: true }) &&
    deepEqual(record.config, planned.config, { strict: true }) &&
    deepEqual(record.madeFrom, madeFrom, { strict: true })
  )
}
