import type { ImageSet } from '../../data/dataset.ts'
import type { Watch } from '../watch.ts'

const classes = 10

/**
 * One training digit of each class (of those that are trained on, the first in the set), as it is and
 * as the net saw it in each epoch: the snapshots `digits`, 10 x pixels, and `bentDigits`,
 * epochs x 10 x pixels, from 0 to 1.
 */
export function watchBending(set: ImageSet): Watch {
  const pixels = set.side * set.side
  const chosen = new Array<number>(classes).fill(Number.POSITIVE_INFINITY)
  const epochs: Float32Array[] = []
  let seen = new Float32Array(classes * pixels)
  return {
    loaded(x, order, from, rows) {
      for (let row = 0; row < rows; row++) {
        const image = order[from + row]
        const digit = set.labels[image]
        // In the first epoch an earlier one may still come; from then on the choice stands.
        if (image > chosen[digit]) continue
        chosen[digit] = image
        seen.set(x.subarray(row * pixels, (row + 1) * pixels), digit * pixels)
      }
    },
    epoch() {
      epochs.push(seen)
      seen = new Float32Array(classes * pixels)
    },
    snapshots() {
      const digits = new Float32Array(classes * pixels)
      for (const [digit, image] of chosen.entries())
        if (image < set.count)
          for (let i = 0; i < pixels; i++)
            digits[digit * pixels + i] = set.images[image * pixels + i] / 255
      // The first reading comes before any training.
      const trained = epochs.slice(1)
      const values = new Float32Array(trained.length * classes * pixels)
      for (const [i, epoch] of trained.entries()) values.set(epoch, i * classes * pixels)
      return [
        { name: 'digits', shape: [classes, pixels], values: digits },
        { name: 'bentDigits', shape: [trained.length, classes, pixels], values },
      ]
    },
  }
}
