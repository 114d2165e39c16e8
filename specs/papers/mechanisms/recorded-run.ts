import type { Dataset } from '../../../src/data/dataset.ts'
import type { Real } from '../../../src/numerics/backend.ts'
import { runStream, type Stream } from '../../../src/numerics/stream.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'
import { papers } from '../../../src/papers/index.ts'
import type { Config, NamedValues, RunResult } from '../../../src/papers/paper.ts'
import { resolveConfig } from '../../../src/run/resolve.ts'
import { declaredRecipes } from './declared-recipes.ts'
import { numberedImages } from './numbered-images.ts'
import { type Batch, recordingBackend, type Update } from './recording-backend.ts'

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
  /** The one of the declared recipe, unless told. */
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
  ...{ hiddenWidths: '8-4', width: 5, depth: 3 },
  ...{ batchSize: 16, epochs: 2, epochsPerTask: 2, learningRate: 0.02 },
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
  const declared = declaredRecipes.find((one) => one.slug === slug)!
  const { arm = declared.arm, seed = 0, inputs = [], dataset = numberedImages(100, 100) } = wish
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
