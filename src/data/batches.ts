import type { Backend, Real } from '../numerics/backend.ts'
import { shuffle } from '../numerics/shuffle.ts'
import type { Stream } from '../numerics/stream.ts'
import type { ImageSet } from './dataset.ts'
import type { PixelScale } from './pixels.ts'

/** Batches of at most `batch` images: the rows of x are whole images, one number per pixel. */
export function imageBatches(b: Backend, set: ImageSet, pixels: PixelScale, batch: number) {
  const inputs = set.side * set.side
  const codes = b.bytes(batch * inputs)
  const table = b.reals(pixels.length)
  table.set(pixels)
  return {
    inputs,
    load(x: Real, labels: Int32Array, order: Uint32Array, from: number, rows: number): void {
      for (let row = 0; row < rows; row++) {
        const at = order[from + row]
        labels[row] = set.labels[at]
        codes.set(set.images.subarray(at * inputs, (at + 1) * inputs), row * inputs)
      }
      b.lookUp(x, codes, table, rows * inputs)
    },
  }
}

type ImageBatches = ReturnType<typeof imageBatches>

/** The same batches, each deformed anew before it is used. */
export function deformedBatches(
  b: Backend,
  source: ImageBatches,
  deform: (out: Real, images: Real, rows: number) => void,
  batch: number,
): ImageBatches {
  const straight = b.reals(batch * source.inputs)
  return {
    inputs: source.inputs,
    load(x, labels, order, from, rows) {
      source.load(straight, labels, order, from, rows)
      deform(x, straight, rows)
    },
  }
}

/** 0, 1, …, count - 1. */
export const inOrder = (count: number) => Uint32Array.from({ length: count }, (_, i) => i)

/**
 * Which images a run uses: all of them in order, or the first `count` of a shuffle of all. Arms
 * that are compared draw from streams with the same name, so they use the same images.
 */
export function subset(set: ImageSet, count: number, stream: Stream): Uint32Array {
  const all = inOrder(set.count)
  if (count >= set.count) return all
  shuffle(all, stream)
  return all.slice(0, count)
}

/**
 * The first `perClass` images of each of the `classes` in a shuffle of the whole set, in its order;
 * fewer when the set holds fewer.
 */
export function balancedSubset(
  set: ImageSet,
  classes: readonly number[],
  perClass: number,
  stream: Stream,
): Uint32Array {
  const all = inOrder(set.count)
  shuffle(all, stream)
  const taken = new Map(classes.map((digit) => [digit, 0]))
  return all.filter((at) => {
    const soFar = taken.get(set.labels[at])
    if (soFar === undefined || soFar === perClass) return false
    taken.set(set.labels[at], soFar + 1)
    return true
  })
}

/** The first `count` images of these classes in a shuffle of the whole set; fewer when it holds fewer. */
export function classSubset(
  set: ImageSet,
  classes: readonly number[],
  count: number,
  stream: Stream,
): Uint32Array {
  const all = inOrder(set.count)
  shuffle(all, stream)
  return all.filter((at) => classes.includes(set.labels[at])).slice(0, count)
}
