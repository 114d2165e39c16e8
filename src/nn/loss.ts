import type { Backend, Real } from '../numerics/backend.ts'

/** The mean loss of a batch, in nats, with the gradient of the mean. */
export interface Loss {
  /** rows x classes, written by `evaluate`. */
  readonly dlogits: Real
  /** The classes that take part; a masked class has no probability and no gradient. */
  readonly active: Uint8Array
  /** The batch's mean loss: per example in float64, summed in order, divided by the rows. */
  evaluate(logits: Real, labels: Int32Array, rows: number): number
}

/** Makes a loss with memory for `batch` rows. */
export type LossFactory = (b: Backend, batch: number, classes: number) => Loss
