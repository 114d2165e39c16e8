import type { Real } from '../../numerics/backend.ts'
import type { NamedValues } from '../paper.ts'

/**
 * The multi-column answer: the mean of the columns' class probabilities (paper, section 2 and eq. 1),
 * summed in the order of the columns in float64, rounded once. All arrays are images x classes.
 */
export function averageOfColumns(columns: readonly Real[]): Real {
  const [first] = columns
  const mean = first.map(() => 0)
  for (let i = 0; i < mean.length; i++) {
    let sum = 0
    for (const probabilities of columns) sum += probabilities[i]
    mean[i] = sum / columns.length
  }
  return mean
}

/** How many rows of `probabilities` have their largest value elsewhere than at the label. */
export function countWrong(
  probabilities: Real,
  labels: Uint8Array,
  images: Uint32Array,
  classes: number,
): number {
  let wrong = 0
  images.forEach((image, row) => {
    let best = 0
    for (let c = 1; c < classes; c++)
      if (probabilities[row * classes + c] > probabilities[row * classes + best]) best = c
    if (best !== labels[image]) wrong++
  })
  return wrong
}

/** More columns than this have too many subsets. */
const mostColumns = 8

/**
 * For the pictures: how many images each choice among the columns misreads when it is averaged, as
 * `wrongBySubset`, n x (columns chosen, wrong). Of many columns only the first one, two, three, …
 */
export function wrongBySubset(
  columns: readonly Real[],
  labels: Uint8Array,
  images: Uint32Array,
  classes: number,
): NamedValues {
  const choices =
    columns.length <= mostColumns
      ? Array.from({ length: (1 << columns.length) - 1 }, (_, bits) =>
          columns.filter((_, i) => ((bits + 1) >> i) & 1),
        )
      : columns.map((_, i) => columns.slice(0, i + 1))
  const rows = choices.map((chosen) => [
    chosen.length,
    countWrong(averageOfColumns(chosen), labels, images, classes),
  ])
  return {
    name: 'wrongBySubset',
    shape: [rows.length, 2],
    values: Float32Array.from(rows.flat()),
  }
}
