import type { ImageSet } from '../data/dataset.ts'
import { largest, type Reading } from '../nn/evaluate.ts'
import { overEpochs, type Watch } from './watch.ts'

/**
 * What becomes of each digit: the snapshot `answers`, epochs + 1 x classes x classes, counts the test
 * images of a class (row) that were given each answer (column), before training and after each epoch.
 */
export function watchAnswers({ labels }: ImageSet, tested: Uint32Array): Watch {
  const counts: number[][] = []
  let classes = 0
  return {
    epoch(reading) {
      classes = reading.probabilities.length / reading.total
      const count = new Array<number>(classes * classes).fill(0)
      for (let row = 0; row < tested.length; row++)
        count[
          labels[tested[row]] * classes + largest(reading.probabilities, row * classes, classes)
        ]++
      counts.push(count)
    },
    snapshots: () => [overEpochs('answers', [classes, classes], counts)],
  }
}

/**
 * The test images that the trained net misreads, at most `most` of them, the surest of its errors
 * first: `misreadImages`, n x pixels from 0 to 1, and `misreadAs`, n x (truth, answer, probability).
 */
export function watchMisread(set: ImageSet, tested: Uint32Array, most: number): Watch {
  let last: Reading | null = null
  return {
    epoch(reading) {
      last = reading
    },
    snapshots() {
      if (!last) return []
      const reading = last
      const classes = reading.probabilities.length / reading.total
      const wrong = Array.from(tested, (image, row) => {
        const answer = largest(reading.probabilities, row * classes, classes)
        const sureness = reading.probabilities[row * classes + answer]
        return { image, truth: set.labels[image], answer, sureness }
      })
        .filter(({ truth, answer }) => truth !== answer)
        .sort((a, b) => b.sureness - a.sureness || a.image - b.image)
        .slice(0, most)
      const pixels = set.side * set.side
      const images = wrong.flatMap(({ image }) =>
        Array.from(set.images.subarray(image * pixels, (image + 1) * pixels), (p) => p / 255),
      )
      const as = wrong.flatMap(({ truth, answer, sureness }) => [truth, answer, sureness])
      return [
        {
          name: 'misreadImages',
          shape: [wrong.length, pixels],
          values: Float32Array.from(images),
        },
        { name: 'misreadAs', shape: [wrong.length, 3], values: Float32Array.from(as) },
      ]
    },
  }
}
