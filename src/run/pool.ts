import { setMaxListeners } from 'node:events'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Dataset } from '../data/dataset.ts'
import type { BackendName, Real } from '../numerics/backend.ts'
import { packageRoot } from '../package-root.ts'
import type { Progress } from '../papers/paper.ts'
import { describeMachine } from '../records/provenance.ts'
import type { RunRecord } from '../records/record.ts'
import type { Store } from '../records/store.ts'
import { tensorFromBytes } from '../records/tensor-bytes.ts'
import { UserError } from '../user-error.ts'
import type { MadeFromOf } from './made-from.ts'
import type { PlannedJob } from './plan.ts'
import type { WorkerAnswer, WorkerTask } from './worker.ts'

export interface PoolOptions {
  readonly dataset: Dataset
  readonly backend: BackendName
  /** Runs at a time. */
  readonly workers: number
  /** Threads in each. */
  readonly threads: number
  readonly store: Store
  readonly madeFrom: MadeFromOf
  /** Records, by job key, that stand for their jobs: those are not run again. */
  readonly stored?: ReadonlyMap<string, RunRecord>
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (planned: PlannedJob, progress: Progress) => void
  readonly onDone?: (planned: PlannedJob, record: RunRecord) => void
}

/**
 * Runs jobs in a pool of workers, a job as soon as those it waits for are done, and stores a record
 * of each. Neither workers nor threads nor the order in which jobs end changes a bit of any record.
 * The first failure stops the pool and is thrown; an abort rejects with the signal's reason.
 */
export async function runJobs(
  jobs: readonly PlannedJob[],
  options: PoolOptions,
): Promise<RunRecord[]> {
  const { dataset, backend, workers, threads, store, madeFrom, signal } = options
  const pool = new Piscina<WorkerTask, WorkerAnswer>({
    filename: join(packageRoot, 'dist', 'src', 'run', 'worker.js'),
    minThreads: 1,
    maxThreads: workers,
    concurrentTasksPerWorker: 1,
    // A training step allocates next to nothing: room for young objects would only be filled, never needed.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
  // Every waiting job listens for the one signal.
  if (signal) setMaxListeners(0, signal)
  const machine = describeMachine()
  const done = new Map<string, Promise<RunRecord>>()

  const run = async (planned: PlannedJob): Promise<RunRecord> => {
    const stored = options.stored?.get(planned.key)
    if (stored) return stored
    const read = await Promise.all(planned.waitsFor.map((key) => done.get(key)))
    const inputs = read.map((record) => artifactNamed(store, record, planned.artifact))
    const { port1, port2 } = new MessageChannel()
    port1.on('message', (progress: Progress) => options.onProgress?.(planned, progress))
    try {
      const task = { planned, dataset, backend, threads, inputs, progress: port2 }
      const answer = await pool.run(task, {
        transferList: [port2],
        ...(signal && { signal }),
      })
      if ('refusal' in answer) throw new UserError(answer.refusal.message, answer.refusal.exitCode)
      const { outcome, startedAt, seconds } = answer
      const { record, artifacts } = outcome
      const complete: RunRecord = {
        ...record,
        madeFrom: madeFrom(planned.job),
        provenance: { ...machine, backend, workers, threads, startedAt, seconds },
      }
      store.put(complete, artifacts)
      options.onDone?.(planned, complete)
      return complete
    } finally {
      port1.close()
    }
  }

  try {
    for (const planned of jobs) done.set(planned.key, run(planned))
    return await Promise.all(jobs.map(({ key }) => done.get(key) as Promise<RunRecord>))
  } finally {
    for (const promise of done.values()) promise.catch(() => {})
    await pool.destroy()
  }
}

function artifactNamed(store: Store, record: RunRecord | undefined, name: string | null): Real {
  const artifact = record?.artifacts.find((one) => one.name === name)
  if (!artifact) throw new Error(`${record?.job.arm} seed ${record?.job.seed} left no ${name}`)
  return tensorFromBytes(artifact, store.artifact(artifact.sha256)).data as Real
}
