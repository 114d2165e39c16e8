import { namedStream } from '../../numerics/stream.ts'
import type { Dataset, ImageSet } from '../dataset.ts'
import { sha256 } from '../digest.ts'
import type { Part } from '../mnist-files.ts'
import { sharedBytes } from '../shared-bytes.ts'
import { write } from './hand.ts'
import { handwriting } from './handwriting.ts'
import { clear, develop, draw, newCanvas, side } from './ink.ts'

export interface StrokesSize {
  readonly train: number
  readonly test: number
}

export const defaultStrokesSize: StrokesSize = { train: 12_000, test: 2_000 }

/** The set of the default size, once it was drawn: it takes a third of a second. */
let wholeSet: Dataset | undefined

/**
 * The embedded set: 28x28 digits drawn from our own pen paths with random variation. The bytes are
 * the same on every machine. Image i does not depend on the size of the set. It shows the digit i
 * mod 10, so that the first n images are balanced for every n. The test part uses pen paths that
 * are not in the training part.
 */
export function drawStrokes(size: StrokesSize = defaultStrokesSize): Dataset {
  if (size !== defaultStrokesSize) return drawParts(size)
  wholeSet ??= drawParts(size)
  return wholeSet
}

function drawParts(size: StrokesSize): Dataset {
  const train = drawPart('train', size.train)
  const test = drawPart('test', size.test)
  return {
    name: 'strokes',
    digest: sha256(
      `strokes ${side} train ${train.count}\n`,
      train.images,
      train.labels,
      `test ${test.count}\n`,
      test.images,
      test.labels,
    ),
    train,
    test,
  }
}

function drawPart(part: Part, count: number): ImageSet {
  const images = sharedBytes(count * side * side)
  const labels = sharedBytes(count)
  const canvas = newCanvas()
  for (let i = 0; i < count; i++) {
    const stream = namedStream(`strokes/${part}/image ${i}`)
    const label = i % handwriting.length
    const ways = handwriting[label][part]
    const { lines, radius } = write(ways[Math.floor(stream.next() * ways.length)], stream)
    clear(canvas)
    for (const line of lines) draw(canvas, line, radius)
    develop(images.subarray(i * side * side, (i + 1) * side * side), canvas, radius)
    labels[i] = label
  }
  return { count, side, images, labels }
}
