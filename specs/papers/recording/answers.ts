import type { Dataset } from '../../../src/data/dataset.ts'
import { digitOf, namesOf } from './numbered-images.ts'
import type { Batch } from './recorder.ts'

/** How many rows of logits are largest, among these classes, at the digit that the image shows. */
export function rightIn(
  dataset: Dataset,
  batches: readonly Batch[],
  classes: readonly number[],
): number {
  let right = 0
  for (const { x, logits } of batches)
    namesOf(x).forEach((name, row) => {
      const of = (digit: number) => logits[row * 10 + digit]
      const best = classes.reduce((most, digit) => (of(digit) > of(most) ? digit : most))
      if (best === digitOf(dataset, name)) right++
    })
  return right
}
