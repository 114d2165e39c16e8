import type { Dataset } from '../data/dataset.ts'
import { DivergenceError } from '../nn/divergence.ts'
import type { Backend, Real } from '../numerics/backend.ts'
import { runStream } from '../numerics/stream.ts'
import type { NamedValues, Paper, Progress, RunContext } from '../papers/paper.ts'
import { createChain } from '../records/chain.ts'
import { artifactOf, digestTensors } from '../records/digest.ts'
import type { RunRecord } from '../records/record.ts'
import type { NamedTensor } from '../records/tensor-bytes.ts'
import { UserError } from '../user-error.ts'
import { requireRecordable, withinMemory } from './limits.ts'
import type { PlannedJob } from './plan.ts'

/** A record but for where and from what it was made, with the bytes of its artifacts and then of its snapshots. */
export interface JobOutcome {
  readonly record: Omit<RunRecord, 'madeFrom' | 'provenance'>
  readonly artifacts: readonly Uint8Array[]
}

/**
 * Runs one job to its end: the only place where anything is trained. The outcome depends on the job,
 * the dataset and the inputs alone. Throws DivergenceError when training leaves the numbers.
 */
export async function runJob(
  paper: Paper,
  { job, config }: PlannedJob,
  dataset: Dataset,
  backend: Backend,
  inputs: readonly Real[],
  report: (progress: Progress) => void,
): Promise<JobOutcome> {
  const code = await paper.load()
  const chain = createChain()
  const name = `${paper.slug}, ${job.arm} seed ${job.seed}`
  let steps = 0
  const run: RunContext = {
    config,
    seed: job.seed,
    dataset,
    backend: withinMemory(backend, name, paper, config),
    stream: (purpose, seed = job.seed) => runStream(paper.slug, purpose, seed),
    step: (loss) => {
      steps++
      chain.step(loss)
    },
    epoch: (parameters) => {
      requireNumbers(parameters, steps)
      chain.epoch(digestTensors(tensors(parameters)))
    },
    report: (progress) => {
      requireRecordable(progress.steps, name, paper, config)
      report(progress)
    },
    inputs,
  }
  const result = code.train(run, code.parts(config))
  const looked = result.snapshots ?? []
  requireNumbers([...result.parameters, ...result.artifacts, ...looked], steps)
  for (const [metric, value] of Object.entries(result.metrics))
    if (!Number.isFinite(value))
      throw new UserError(
        `${name}: ${metric} came out as ${value}; are there enough images for one full batch? Set fewer with batchSize, or more images`,
      )
  const parameters = tensors(result.parameters)
  const digested = parameters.length > 0 ? parameters : tensors(result.artifacts)
  const artifacts = [...tensors(result.artifacts), ...finalParameters(parameters)].map(artifactOf)
  const snapshots = tensors(looked).map(artifactOf)
  return {
    record: {
      schema: 'assay/record@1',
      job,
      config,
      metrics: { ...result.metrics },
      counts: { ...result.counts },
      curves: Object.fromEntries(
        Object.entries(result.curves).map(([name, points]) => [name, [...points]]),
      ),
      digest: digestTensors(digested),
      chain: chain.finish(),
      artifacts: artifacts.map(({ artifact }) => artifact),
      ...(snapshots.length > 0 && { snapshots: snapshots.map(({ artifact }) => artifact) }),
    },
    artifacts: [...artifacts, ...snapshots].map(({ bytes }) => bytes.slice()),
  }
}

/** The last update may leave the numbers, where no further step sees it. */
function requireNumbers(named: readonly NamedValues[], step: number): void {
  for (const { name, values } of named)
    if (values.includes(Number.NaN)) throw new DivergenceError(step, name)
}

const tensors = (named: readonly NamedValues[]): NamedTensor[] =>
  named.map(({ name, shape, values }) => ({
    name,
    dtype: values instanceof Float32Array ? 'f32' : 'f64',
    shape,
    data: values,
  }))

/** All parameters end to end in one tensor, in their order; nothing for a run that trained none. */
function finalParameters(parameters: readonly NamedTensor[]): NamedTensor[] {
  if (parameters.length === 0) return []
  const length = parameters.reduce((sum, { data }) => sum + data.length, 0)
  const { dtype } = parameters[0]
  const data = dtype === 'f32' ? new Float32Array(length) : new Float64Array(length)
  let from = 0
  for (const tensor of parameters) {
    data.set(tensor.data, from)
    from += tensor.data.length
  }
  return [{ name: 'finalParameters', dtype, shape: [length], data }]
}
