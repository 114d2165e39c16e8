import type { MessagePort } from 'node:worker_threads'
import type { Dataset } from '../data/dataset.ts'
import { DivergenceError } from '../nn/divergence.ts'
import type { BackendName, Dtype, Real } from '../numerics/backend.ts'
import { createBackend } from '../numerics/backends.ts'
import { probeArithmetic } from '../numerics/probe.ts'
import { papers } from '../papers/index.ts'
import type { Progress } from '../papers/paper.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { backendMebibytes } from './limits.ts'
import type { PlannedJob } from './plan.ts'
import { type JobOutcome, runJob } from './run-job.ts'

export interface WorkerTask {
  readonly planned: PlannedJob
  readonly dataset: Dataset
  readonly backend: BackendName
  readonly threads: number
  readonly inputs: readonly Real[]
  readonly progress: MessagePort
}

/** What came out, or a refusal in words: an error's class does not survive the way between threads. */
export type WorkerAnswer =
  | { readonly outcome: JobOutcome; readonly startedAt: string; readonly seconds: number }
  | { readonly refusal: { readonly message: string; readonly exitCode: ExitCode } }

/** How often a worker says how far it is, in milliseconds. */
const reportEvery = 100

/** One task of the pool: one job, on a backend of its own. */
export default async function work(task: WorkerTask): Promise<WorkerAnswer> {
  const { planned, dataset, inputs, progress } = task
  const paper = papers.find(({ slug }) => slug === planned.job.paper)
  if (!paper) throw new Error(`No paper ${planned.job.paper}`)
  const startedAt = new Date().toISOString()
  const began = performance.now()
  let said = began
  const report = (at: Progress) => {
    const now = performance.now()
    if (now - said < reportEvery && at.step < at.steps) return
    said = now
    progress.postMessage(at)
  }
  try {
    probeArithmetic()
    const backend = createBackend(task.backend, planned.config.dtype as Dtype, {
      mebibytes: backendMebibytes,
      threads: task.threads,
    })
    try {
      const outcome = await runJob(paper, planned, dataset, backend, inputs, report)
      return { outcome, startedAt, seconds: (performance.now() - began) / 1000 }
    } finally {
      backend.close()
    }
  } catch (error) {
    if (error instanceof UserError)
      return { refusal: { message: error.message, exitCode: error.exitCode } }
    if (!(error instanceof DivergenceError)) throw error
    const { paper, arm } = planned.job
    const message = `${paper}, ${arm} seed ${planned.job.seed}, diverged at step ${error.step}: NaN or infinity in ${error.tensor}. Try a smaller rate with --set learningRate=…`
    return { refusal: { message, exitCode: exitCodes.failed } }
  } finally {
    progress.close()
  }
}
