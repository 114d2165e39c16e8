import type { Kernels, Real } from './backend.ts'
import { normBlock } from './table/squared-norm.ts'

/** Blocks whose sums are kept at once. */
export const keptSums = 4096

/** Kernels.squaredNorm over the kernel of its blocks. `sums` has room for `keptSums` numbers. */
export function squaredNormOf(
  { squaredBlocks }: Pick<Kernels, 'squaredBlocks'>,
  sums: Float64Array,
): Kernels['squaredNorm'] {
  const most = keptSums * normBlock
  return (x: Real, length: number) => {
    let total = 0
    for (let from = 0; from < length; from += most) {
      const some = Math.min(length - from, most)
      squaredBlocks(sums, from === 0 ? x : x.subarray(from), some)
      for (let i = 0; i * normBlock < some; i++) total += sums[i]
    }
    return total
  }
}
