import type { KernelsOf } from '../table/kernel.ts'
import { normBlock, type squaredNorm } from '../table/squared-norm.ts'

/** The same in both dtypes: elements are widened, and everything is float64. */
export const squaredNormKernels: KernelsOf<typeof squaredNorm> = {
  squaredBlocks(sums, x, length) {
    for (let start = 0; start < length; start += normBlock) {
      const end = Math.min(start + normBlock, length)
      const s = [0, 0, 0, 0]
      for (let i = start; i < end; i++) s[i & 3] += x[i] * x[i]
      sums[start / normBlock] = s[0] + s[2] + (s[1] + s[3])
    }
  },
}
