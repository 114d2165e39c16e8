import type { Dataset } from '../../../src/data/dataset.ts'
import type { Real } from '../../../src/numerics/backend.ts'
import { runStream, type Stream } from '../../../src/numerics/stream.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'
import type {
  Config,
  NamedValues,
  Paper,
  RunContext,
  RunResult,
} from '../../../src/papers/paper.ts'
import { resolveConfig } from '../../../src/run/resolve.ts'
import { numberedImages } from './numbered-images.ts'
import { type Batch, recorder, type Update } from './recorder.ts'

export interface RecordedRun {
  readonly config: Config
  readonly dataset: Dataset
  readonly updates: readonly Update[]
  /** Batches of images that were read, and not learned from. */
  readonly readings: readonly Batch[]
  /** Names of the streams that the run asked for, in their order. */
  readonly streams: readonly string[]
  readonly result: RunResult
  /** The trained tensors, as `RunResult.parameters` names them: "2.dense.weight". */
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[]
  /** The tensors of `before`, `gradient` or `after`, by name. */
  tensorsIn(parameters: Float64Array): Record<string, Float64Array>
}

export interface Wish {
  /** The one that sees the images as they are, unless told. */
  readonly arm?: string
  readonly config?: Config
  readonly seed?: number
  readonly dataset?: Dataset
  readonly inputs?: readonly Real[]
  /** Instead of the stream of that purpose. */
  readonly streams?: Readonly<Record<string, Stream>>
  /** What the weights are multiplied by before training. */
  readonly weightScale?: number
}

/** Nets of a few units, two epochs of two full batches and one that is not. */
export const smallest: Config = {
  hiddenWidths: '8-4',
  width: 5,
  depth: 3,
  batchSize: 16,
  epochs: 2,
  epochsPerTask: 2,
  learningRate: 0.02,
  trainImages: 40,
  testImages: 30,
  imagesPerClass: 8,
  testImagesPerTask: 15,
}

/** The config of an arm's glimpse in smaller, with the given keys laid over it where the paper has them. */
export function smallConfig(paper: Paper, arm: string, given: Config = {}): Config {
  const config = resolveConfig(paper, 'quick', arm, paper.glimpse)
  const known = Object.entries({ ...smallest, ...given }).filter(([key]) => key in config)
  return { ...config, ...Object.fromEntries(known) }
}

/** What every run sees that asks for no other images; nothing writes into them. */
const images = numberedImages(100, 100)

const kept = new Map<string, Promise<RecordedRun>>()

/**
 * Trains an arm in float64 as it is, and keeps what passes through its net and its optimiser. A run
 * that several specs ask for is made once.
 */
export function recordedRun(paper: Paper, wish: Wish = {}): Promise<RecordedRun> {
  if (wish.dataset || wish.inputs || wish.streams) return record(paper, wish)
  const key = JSON.stringify([paper.slug, wish])
  const known = kept.get(key) ?? record(paper, wish)
  kept.set(key, known)
  return known
}

async function record(paper: Paper, wish: Wish): Promise<RecordedRun> {
  const { arm = paper.recipe.asTheyAre, seed = 0, inputs = [], weightScale = 1 } = wish
  const { dataset = images } = wish
  const config = smallConfig(paper, arm, wish.config)
  const code = await paper.load()
  const { backend, parts, updates, readings, endEpoch } = recorder(
    createWasmBackend('f64', { mebibytes: 8 }),
    code.parts(config),
    weightScale,
  )
  const streams: string[] = []
  let named: readonly NamedValues[] = []
  const run: RunContext = {
    config,
    seed,
    dataset,
    inputs,
    backend,
    stream(purpose, of = seed) {
      const stream = wish.streams?.[purpose] ?? runStream(paper.slug, purpose, of)
      streams.push(stream.name)
      return stream
    },
    step: () => {},
    report: () => {},
    epoch(parameters) {
      named = parameters
      endEpoch()
    },
  }
  const result = code.train(run, parts)
  return {
    config,
    dataset,
    updates,
    readings,
    streams,
    result,
    tensors: named,
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
