import type { Kernels } from '../backend.ts'

const blockLength = 4096

/** The same in both dtypes: elements are widened, and everything is float64. */
export const squaredNormKernel: Pick<Kernels, 'squaredNorm'> = {
  squaredNorm(x, length) {
    let total = 0
    for (let start = 0; start < length; start += blockLength) {
      const end = Math.min(start + blockLength, length)
      const s = [0, 0, 0, 0]
      for (let i = start; i < end; i++) s[i & 3] += x[i] * x[i]
      total += s[0] + s[2] + (s[1] + s[3])
    }
    return total
  },
}
