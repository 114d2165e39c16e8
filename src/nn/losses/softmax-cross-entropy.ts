import type { Backend } from '../../numerics/backend.ts'
import type { Loss } from '../loss.ts'

/** Mean softmax cross-entropy of a batch, in nats. */
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

/** The loss that the gradient contract checks. */
export const gradientExample = softmaxCrossEntropy
