import type { Backend, Real } from '../numerics/backend.ts'
import type { Stream } from '../numerics/stream.ts'
import { DivergenceError } from './divergence.ts'
import type { Loss } from './loss.ts'
import type { Network } from './network.ts'
import type { Optimiser } from './optimiser.ts'

export interface Recipe {
  readonly network: Network
  readonly loss: Loss
  readonly optimiser: Optimiser
  /** Coupled weight decay: lambda w is added to the gradient. */
  readonly weightDecay: number
  readonly decayBiases: boolean
  /** Largest global norm of the gradient, or null for no clipping. */
  readonly clipNorm: number | null
  /** What layers that act at random draw from; not needed where no layer does. */
  readonly noise?: Stream | undefined
}

/** One update from one batch; returns the batch's mean loss. `step` counts from 1. */
export type TrainingStep = (
  x: Real,
  labels: Int32Array,
  rows: number,
  learningRate: number,
  step: number,
) => number

/**
 * The order of the contract: gradient of the mean loss, clip, coupled weight decay, momentum.
 * Logits, loss and gradient norm are checked before anything is updated.
 * Throws RangeError for a net that acts at random when there is nothing to draw from.
 */
export function trainingStep(b: Backend, recipe: Recipe): TrainingStep {
  const { network, loss, optimiser, weightDecay, decayBiases, clipNorm, noise } = recipe
  const { parameters, values, gradients } = network
  if (!noise && network.layers.some((layer) => layer.noise))
    throw new RangeError('A layer acts at random: give the recipe a stream as `noise`')
  const decayed = parameters.filter(({ spec }) => decayBiases || spec.role === 'weight')

  return (x, labels, rows, learningRate, step) => {
    const logits = network.forward(x, rows, noise)
    if (!Number.isFinite(b.squaredNorm(logits, rows * network.classes)))
      throw new DivergenceError(step, 'logits')
    const batchLoss = loss.evaluate(logits, labels, rows)
    if (!Number.isFinite(batchLoss)) throw new DivergenceError(step, 'loss')

    network.backward(loss.dlogits, rows)
    let squares = 0
    for (let i = 0; i < parameters.length; i++) {
      const { name, gradient } = parameters[i]
      squares += b.squaredNorm(gradient, gradient.length)
      if (!Number.isFinite(squares)) throw new DivergenceError(step, `gradient of ${name}`)
    }
    if (clipNorm !== null) {
      const norm = Math.sqrt(squares)
      if (norm >= clipNorm) b.scale(gradients, clipNorm / (norm + 1e-12), gradients.length)
    }
    if (weightDecay !== 0)
      for (let i = 0; i < decayed.length; i++) {
        const { value, gradient } = decayed[i]
        b.addScaled(gradient, value, weightDecay, value.length)
      }
    optimiser.step(values, gradients, learningRate)
    return batchLoss
  }
}
