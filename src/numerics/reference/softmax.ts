import type { Real } from '../dtype.ts'
import { type ElementaryFunctions, log } from '../functions/index.ts'
import type { Rounding } from '../rounding.ts'
import type { KernelsOf } from '../table/kernel.ts'
import type { softmax } from '../table/softmax.ts'

/**
 * Every row needs at least one active class, and its label must be active; neither is checked here.
 * A NaN among a row's active logits makes the row's probabilities and loss NaN.
 */
export function softmaxKernels(
  r: Rounding,
  { exp }: ElementaryFunctions,
): KernelsOf<typeof softmax> {
  return {
    softmax(p, logits, active, rows, classes) {
      for (let i = 0; i < rows; i++) {
        const max = maximum(logits, active, i * classes, classes)
        const sum = exponentials(p, logits, active, max, i * classes, classes)
        for (let c = 0; c < classes; c++) {
          if (active[c] === 1) p[i * classes + c] = r(p[i * classes + c] / sum)
        }
      }
    },

    softmaxCrossEntropy(dlogits, losses, logits, labels, active, rows, classes) {
      for (let i = 0; i < rows; i++) {
        const row = i * classes
        const label = labels[i]
        const max = maximum(logits, active, row, classes)
        // Before dlogits is written, which may be the same array as the logits.
        const labelLogit = r(logits[row + label] - max)
        const sum = exponentials(dlogits, logits, active, max, row, classes)
        losses[i] = log(sum) - labelLogit
        for (let c = 0; c < classes; c++) {
          const p = r(dlogits[row + c] / sum)
          dlogits[row + c] = active[c] === 1 ? r(r(p - (c === label ? 1 : 0)) / rows) : 0
        }
      }
    },
  }

  /** e_c = exp(r(z_c - max)), +0 for masked classes; returns their ascending sum. */
  function exponentials(
    e: Real,
    logits: Real,
    active: Uint8Array,
    max: number,
    row: number,
    classes: number,
  ): number {
    let sum = 0
    for (let c = 0; c < classes; c++) {
      if (active[c] === 1) {
        const value = exp(r(logits[row + c] - max))
        e[row + c] = value
        sum = r(sum + value)
      } else {
        e[row + c] = 0
      }
    }
    return sum
  }
}

function maximum(logits: Real, active: Uint8Array, row: number, classes: number): number {
  let max = -Infinity
  for (let c = 0; c < classes; c++) {
    if (active[c] === 1 && logits[row + c] > max) max = logits[row + c]
  }
  return max
}
