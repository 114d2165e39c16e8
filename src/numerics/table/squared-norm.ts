import type { Real } from '../dtype.ts'
import { kernel } from './kernel.ts'
import { read, size, written } from './operands.ts'

/** Elements of a block of the squared norm. */
export const normBlock = 4096

export const squaredNorm = {
  /**
   * The sum of squares of each block of 4096 elements, in float64: four partial sums by i mod 4, from
   * +0, ascending, joined as (s0 + s2) + (s1 + s3). `sums` holds one float64 a block; the last block
   * may be shorter.
   */
  squaredBlocks: kernel<[sums: Float64Array, x: Real, length: number]>(
    [
      written('sums', [{ of: 'length', every: normBlock }], 'doubles'),
      read('x', 'length'),
      size('length'),
    ],
    { cut: { along: 'length', least: 2, unit: normBlock } },
  ),
}
