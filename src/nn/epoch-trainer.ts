import type { Backend } from '../numerics/backend.ts'
import { shuffle } from '../numerics/shuffle.ts'
import type { Stream } from '../numerics/stream.ts'
import type { BatchSource } from './batch-source.ts'
import { type Recipe, trainingStep } from './training-step.ts'

export interface EpochSettings {
  readonly source: BatchSource
  readonly batchSize: number
  /** Whether an epoch's last batch is trained on when it is not full. */
  readonly keepPartial: boolean
  readonly order: Stream
  readonly onStep: (loss: number) => void
}

/** Trains for one epoch over these examples; returns their mean loss, weighted by batch size. */
export type Epoch = (examples: Uint32Array, learningRate: number) => number

/**
 * Epochs of shuffled batches. The shuffle works in place on `examples`, so each epoch's order starts
 * from the one before. Steps are counted from 1 over all epochs.
 */
export function epochTrainer(b: Backend, recipe: Recipe, settings: EpochSettings): Epoch {
  const { source, batchSize, keepPartial, order, onStep } = settings
  const x = b.reals(batchSize * source.inputs)
  const labels = b.indices(batchSize)
  const update = trainingStep(b, recipe)
  let step = 0

  return (examples, learningRate) => {
    shuffle(examples, order)
    const end = batchSize * stepsOfEpoch(examples.length, batchSize, keepPartial)
    let sum = 0
    let seen = 0
    for (let from = 0; from < end; from += batchSize) {
      const rows = Math.min(batchSize, examples.length - from)
      source.load(x, labels, examples, from, rows)
      const loss = update(x, labels, rows, learningRate, ++step)
      sum += loss * rows
      seen += rows
      onStep(loss)
    }
    return sum / seen
  }
}

/** How many updates an epoch makes. */
export function stepsOfEpoch(examples: number, batchSize: number, keepPartial: boolean): number {
  return keepPartial ? Math.ceil(examples / batchSize) : Math.floor(examples / batchSize)
}
