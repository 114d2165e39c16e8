import type { Dataset } from '../data/dataset.ts'
import type { BackendName } from '../numerics/backend.ts'
import { kernelsDigest } from '../numerics/backends.ts'
import { packageRoot } from '../package-root.ts'
import type { Job, MadeFrom } from '../records/record.ts'
import { sourceClosure } from '../records/source-closure.ts'

export type MadeFromOf = (job: Job) => MadeFrom

/** Digests of what a job's result is made from: dataset, kernels, the paper's source. */
export function madeFromOf(dataset: Dataset, backend: BackendName): MadeFromOf {
  const kernels = kernelsDigest(backend)
  const sources = new Map<string, string>()
  return ({ paper }) => {
    const source = sources.get(paper) ?? sourceClosure(packageRoot, paper).digest
    sources.set(paper, source)
    return { dataset: dataset.digest, kernels, source }
  }
}
