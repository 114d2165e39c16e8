import type { Backend, Real } from '../../numerics/backend.ts'

/** Mean softmax cross-entropy of a batch, in nats, with the gradient of the mean. */
export interface Loss {
  /** rows x classes, written by `evaluate`. */
  readonly dlogits: Real
  /** The classes that take part; a masked class has no probability and no gradient. */
  readonly active: Uint8Array
  /** The batch's mean loss: per example in float64, summed in order, divided by the rows. */
  evaluate(logits: Real, labels: Int32Array, rows: number): number
}

export function softmaxCrossEntropy(b: Backend, batch: number, classes: number): Loss {
  const dlogits = b.reals(batch * classes)
  const losses = b.doubles(batch)
  const active = b.bytes(classes).fill(1)
  return {
    dlogits,
    active,
    evaluate(logits, labels, rows) {
      b.softmaxCrossEntropy(dlogits, losses, logits, labels, active, rows, classes)
      let sum = 0
      for (let i = 0; i < rows; i++) sum += losses[i]
      return sum / rows
    },
  }
}
