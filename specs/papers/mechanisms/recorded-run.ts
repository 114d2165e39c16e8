import type { Dataset } from '../../../src/data/dataset.ts'
import type { Backend, Real } from '../../../src/numerics/backend.ts'
import { runStream, type Stream } from '../../../src/numerics/stream.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'
import { papers } from '../../../src/papers/index.ts'
import type { Config, NamedValues, RunResult } from '../../../src/papers/paper.ts'
import { resolveConfig } from '../../../src/run/resolve.ts'
import { numberedImages, pixelsOf } from './numbered-images.ts'

/** One batch on its way through the net. Matrices are rows x width. */
export interface Batch {
  /** From 1. */
  readonly epoch: number
  readonly x: Float64Array
  readonly logits: Float64Array
  /** 1 for each class that takes part. */
  readonly heads: readonly number[]
}

/** One update of all parameters, which lie end to end in `before`, `gradient` and `after`. */
export interface Update extends Batch {
  readonly labels: readonly number[]
  readonly dlogits: Float64Array
  readonly before: Float64Array
  /** As the backward pass left it: not clipped, nothing decayed. */
  readonly rawGradient: Float64Array
  /** As the update rule got it. */
  readonly gradient: Float64Array
  readonly rate: number
  readonly after: Float64Array
}

export interface RecordedRun {
  readonly config: Config
  readonly dataset: Dataset
  readonly updates: readonly Update[]
  /** Batches of images that were read, and not learned from. */
  readonly readings: readonly Batch[]
  /** Names of the streams that the run asked for, in their order. */
  readonly streams: readonly string[]
  readonly result: RunResult
  /** The tensors of `before`, `gradient` or `after`, by name. */
  tensorsIn(parameters: Float64Array): Record<string, Float64Array>
}

export interface Wish {
  readonly arm?: string
  readonly config?: Config
  readonly seed?: number
  readonly dataset?: Dataset
  readonly inputs?: readonly Real[]
  /** Instead of the stream of that purpose. */
  readonly streams?: Readonly<Record<string, Stream>>
}

export const paperOf = (slug: string) => papers.find((paper) => paper.slug === slug)!

/** Nets of a few units, two epochs of two full batches and one that is not. */
export const smallest: Config = {
  ...{
    hiddenWidths: '8-4',
    width: 5,
    depth: 3,
    columns: 2,
    batchSize: 16,
    epochs: 2,
    epochsPerTask: 2,
  },
  ...{ trainImages: 40, testImages: 30, imagesPerClass: 8, testImagesPerTask: 15 },
}

/** The config of an arm's glimpse in smaller, with the given keys laid over it where the paper has them. */
export function smallConfig(slug: string, arm: string, given: Config = {}): Config {
  const paper = paperOf(slug)
  const config = resolveConfig(paper, 'quick', arm, paper.glimpse)
  const known = Object.entries({ ...smallest, ...given }).filter(([key]) => key in config)
  return { ...config, ...Object.fromEntries(known) }
}

/** Trains an arm in float64 as it is, and keeps what its backend was asked to do. */
export async function recordedRun(slug: string, wish: Wish = {}): Promise<RecordedRun> {
  const paper = paperOf(slug)
  const { arm = Object.keys(paper.arms)[0], seed = 0, inputs = [] } = wish
  const { dataset = numberedImages(100, 60) } = wish
  const config = smallConfig(slug, arm, wish.config)
  const { train } = await paper.load()
  const recorder = recordingBackend(createWasmBackend('f64', { mebibytes: 16 }))
  const streams: string[] = []
  let named: readonly NamedValues[] = []
  const result = train({
    config,
    seed,
    dataset,
    inputs,
    backend: recorder.backend,
    stream(purpose, of = seed) {
      const stream = wish.streams?.[purpose] ?? runStream(slug, purpose, of)
      streams.push(stream.name)
      return stream
    },
    step: () => {},
    report: () => {},
    epoch(parameters) {
      named = parameters
      recorder.endEpoch()
    },
  })
  const { updates, readings } = recorder
  return {
    ...{ config, dataset, updates, readings, streams, result },
    tensorsIn(parameters) {
      const [{ values: first }] = named
      const at = (x: Real) => (x.byteOffset - first.byteOffset) / x.BYTES_PER_ELEMENT
      return Object.fromEntries(
        named.map(({ name, values }) => [
          name,
          parameters.subarray(at(values), at(values) + values.length),
        ]),
      )
    },
  }
}

/** Batches or updates of each epoch. */
export function byEpoch<T extends Batch>(some: readonly T[]): T[][] {
  const last = some[some.length - 1]?.epoch ?? 0
  return Array.from({ length: last }, (_, i) => some.filter(({ epoch }) => epoch === i + 1))
}

const copy = (x: Real, length = x.length) => Float64Array.from(x.subarray(0, length))

/** The backend itself, with a note of each batch, loss and update that passes through it. */
function recordingBackend(b: Backend) {
  const updates: Update[] = []
  const readings: Batch[] = []
  let epoch = 1
  let x = new Float64Array()
  let learned: Omit<Update, 'before' | 'rawGradient' | 'gradient' | 'rate' | 'after'>
  let raw: { at: number; values: Float64Array }[] = []

  const update = (w: Real, g: Real, rate: number, step: () => void) => {
    const rawGradient = new Float64Array(g.length)
    for (const { at, values } of raw)
      if (at >= g.byteOffset && at < g.byteOffset + g.byteLength)
        rawGradient.set(values, (at - g.byteOffset) / g.BYTES_PER_ELEMENT)
    const [before, gradient] = [copy(w), copy(g)]
    step()
    updates.push({ ...learned, before, rawGradient, gradient, rate, after: copy(w) })
  }

  const backend: Backend = {
    ...b,
    matmul(...call) {
      const [, a, , , , , , , m, , k] = call
      if (k === pixelsOf) x = copy(a, m * k)
      b.matmul(...call)
    },
    softmax(...call) {
      b.softmax(...call)
      const [, logits, heads, rows, classes] = call
      readings.push({ epoch, x, logits: copy(logits, rows * classes), heads: [...heads] })
    },
    softmaxCrossEntropy(...call) {
      b.softmaxCrossEntropy(...call)
      const [dlogits, , logits, labels, heads, rows, classes] = call
      const [z, dz] = [copy(logits, rows * classes), copy(dlogits, rows * classes)]
      const seen = [...labels.subarray(0, rows)]
      learned = { epoch, x, logits: z, heads: [...heads], labels: seen, dlogits: dz }
      raw = []
    },
    squaredNorm(tensor, length) {
      raw.push({ at: tensor.byteOffset, values: copy(tensor, length) })
      return b.squaredNorm(tensor, length)
    },
    sgd: (...call) => update(call[0], call[1], call[2], () => b.sgd(...call)),
    heavyBall: (...call) => update(call[0], call[2], call[3], () => b.heavyBall(...call)),
    nesterov: (...call) => update(call[0], call[2], call[3], () => b.nesterov(...call)),
    nesterovRateInVelocity: (...call) =>
      update(call[0], call[2], call[3], () => b.nesterovRateInVelocity(...call)),
    adam: (...call) => update(call[0], call[3], call[4], () => b.adam(...call)),
  }
  return {
    backend,
    updates,
    readings,
    endEpoch() {
      epoch++
    },
  }
}
