import type { Dataset } from '../../../src/data/dataset.ts'
import type { Real } from '../../../src/numerics/backend.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'
import { papers } from '../../../src/papers/index.ts'
import { tensorFromBytes } from '../../../src/records/tensor-bytes.ts'
import type { PlannedJob } from '../../../src/run/plan.ts'
import { type JobOutcome, runJob } from '../../../src/run/run-job.ts'

export type Result = JobOutcome['record']

/** Runs jobs one after another, here: no pool, no store, no other process. */
export async function runHere(jobs: readonly PlannedJob[], dataset: Dataset): Promise<Result[]> {
  const done = new Map<string, JobOutcome>()
  for (const planned of jobs) {
    const paper = papers.find(({ slug }) => slug === planned.job.paper)!
    const inputs = planned.waitsFor.map((key) => artifactOf(done.get(key)!, planned.artifact!))
    const backend = createWasmBackend('f32', { mebibytes: 16 })
    done.set(planned.key, await runJob(paper, planned, dataset, backend, inputs, () => {}))
  }
  return [...done.values()].map(({ record }) => record)
}

function artifactOf({ record, artifacts }: JobOutcome, name: string): Real {
  const at = record.artifacts.findIndex((artifact) => artifact.name === name)
  return tensorFromBytes(record.artifacts[at], artifacts[at]).data as Real
}
