import type { Real } from '../dtype.ts'
import { kernel, light } from './kernel.ts'
import { read, size, written } from './operands.ts'

const block = { least: 1 }
const wholeBlocks = { multipleOf: 'block' }

export const winners = {
  /**
   * Local winner-take-all: in each block of `block` neighbours only the winner passes, the others are
   * +0. The winner is the largest, ties to the lowest index; a NaN beats every number (the first NaN
   * wins), so that divergence is not hidden. `length` is a multiple of `block`.
   */
  lwta: kernel<[y: Real, x: Real, block: number, length: number]>(
    [
      written('y', 'length'),
      read('x', 'length'),
      size('block', block),
      size('length', wholeBlocks),
    ],
    { inPlace: true, cut: { along: 'length', least: light } },
  ),

  /** dx = dy at each block's winner (found again from the pre-activations x), +0 elsewhere */
  lwtaBackward: kernel<[dx: Real, dy: Real, x: Real, block: number, length: number]>(
    [
      written('dx', 'length'),
      read('dy', 'length'),
      read('x', 'length'),
      size('block', block),
      size('length', wholeBlocks),
    ],
    { inPlace: true, cut: { along: 'length', least: light } },
  ),
}
