import type { MessagePort } from 'node:worker_threads'
import type { Dataset } from '../data/dataset.ts'
import type { BackendName, Dtype, Real } from '../numerics/backend.ts'
import { createReferenceBackend } from '../numerics/reference/index.ts'
import { createWasmBackend } from '../numerics/wasm/index.ts'
import { papers } from '../papers/index.ts'
import type { Progress } from '../papers/paper.ts'
import type { PlannedJob } from './plan.ts'
import { type JobOutcome, runJob } from './run-job.ts'

export interface WorkerTask {
  readonly planned: PlannedJob
  readonly dataset: Dataset
  readonly backend: BackendName
  readonly inputs: readonly Real[]
  readonly progress: MessagePort
}

export interface WorkerAnswer {
  readonly outcome: JobOutcome
  readonly startedAt: string
  readonly seconds: number
}

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
  const backend = backendOf(task.backend, planned.config.dtype as Dtype)
  try {
    const outcome = await runJob(paper, planned, dataset, backend, inputs, report)
    return { outcome, startedAt, seconds: (performance.now() - began) / 1000 }
  } finally {
    progress.close()
  }
}

export function backendOf(name: BackendName, dtype: Dtype) {
  return name === 'wasm' ? createWasmBackend(dtype) : createReferenceBackend(dtype)
}
