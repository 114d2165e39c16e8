import deepEqual from 'deep-equal'
import { jobName } from '../records/job.ts'
import type { MadeFrom, RunRecord } from '../records/record.ts'
import type { Store } from '../records/store.ts'
import { type MadeFromOf, madeFromOf } from '../run/made-from.ts'
import type { PlannedJob } from '../run/plan.ts'
import { runJobs } from '../run/pool.ts'
import { UserError } from '../user-error.ts'
import { guardInterruption, Interrupted } from './interruption.ts'
import type { PlannedRuns } from './planned-runs.ts'
import { progressBars } from './progress/bars.ts'
import { progressLines } from './progress/lines.ts'
import type { Terminal } from './terminal.ts'
import { counted } from './text/figures.ts'

export interface TrainedRuns {
  /** In the order of the plan. */
  readonly records: readonly RunRecord[]
  /** What was trained just now, and not taken from the store. */
  readonly fresh: readonly { readonly planned: PlannedJob; readonly record: RunRecord }[]
  readonly seconds: number
}

export interface TrainingOptions {
  readonly resume?: boolean | undefined
  /** How to go on after an interruption; the sentence ends with it. */
  readonly goOn: string
}

/**
 * Runs all planned jobs of all papers in one pool, with progress on stderr. Throws Interrupted when
 * the person stops it: every run that had ended is in the store then, whole.
 */
export async function trainPlanned(
  runs: PlannedRuns,
  { resume = false, goOn }: TrainingOptions,
  terminal: Terminal,
): Promise<TrainedRuns> {
  const { store, dataset, backend, workers, threads } = runs
  const jobs = runs.plans.flatMap((plan) => plan.jobs)
  const madeFrom = madeFromOf(dataset, backend)
  const { stored, faults } = resume
    ? takeStored(jobs, store, madeFrom)
    : { stored: new Map<string, RunRecord>(), faults: [] }
  if (faults.length > 0)
    terminal.say(
      `${counted(faults.length, 'stored run')} cannot be used and will be run again. ${faults[0]}.`,
    )
  if (stored.size > 0) terminal.say(`${counted(stored.size, 'run')} taken from ${store.folder}.`)

  const waiting = jobs.filter(({ key }) => !stored.has(key))
  const display = terminal.interactive
    ? progressBars(waiting, workers, process.stderr)
    : progressLines(waiting, terminal.say)
  const guard = guardInterruption()
  const began = performance.now()
  const fresh: { planned: PlannedJob; record: RunRecord }[] = []
  try {
    const records = await runJobs(jobs, {
      dataset,
      backend,
      workers,
      threads,
      store,
      madeFrom,
      stored,
      signal: guard.signal,
      onProgress: display.at,
      onDone(planned, record) {
        fresh.push({ planned, record })
        display.done(planned, record)
      },
    })
    return { records, fresh, seconds: (performance.now() - began) / 1000 }
  } catch (error) {
    const signal = guard.received()
    if (!signal) throw error
    display.stop()
    const kept = `${fresh.length + stored.size} of ${counted(jobs.length, 'run')} are kept in ${store.folder}`
    throw new Interrupted(signal, `Stopped: ${kept}. Go on with: ${goOn}`)
  } finally {
    display.stop()
    guard.release()
  }
}

/** What of the store stands for these jobs, and a sentence a run whose record or bytes are damaged. */
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
      // What follows the first sentence is a way out that is taken here.
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
