import type { Dtype } from '../dtype.ts'
import type { KernelsOf } from '../table/kernel.ts'
import type { matmul } from '../table/matmul.ts'

type MatmulKernels = KernelsOf<typeof matmul>
type Matmul = MatmulKernels['matmul']

/** One function a dtype, so that each is compiled for one array type and one rounding. */
export function matmulKernels(dtype: Dtype): MatmulKernels {
  return { matmul: dtype === 'f32' ? matmulF32 : matmulF64 }
}

// Four neighbours of a row are folded side by side: independent outputs, so no bit depends on it.
const width = 4

const matmulF32: Matmul = (c, a, b, accumulate, aRow, aColumn, bRow, bColumn, m, n, k) => {
  const round = Math.fround
  const inBlocks = n - (n % width)
  for (let i = 0; i < m; i++) {
    const ci = i * n
    const ai = i * aRow
    for (let j = 0; j < inBlocks; j += width) {
      let c0 = accumulate ? c[ci + j] : 0
      let c1 = accumulate ? c[ci + j + 1] : 0
      let c2 = accumulate ? c[ci + j + 2] : 0
      let c3 = accumulate ? c[ci + j + 3] : 0
      let p = ai
      let q = j * bColumn
      for (let step = 0; step < k; step++) {
        const x = a[p]
        c0 = round(c0 + round(x * b[q]))
        c1 = round(c1 + round(x * b[q + bColumn]))
        c2 = round(c2 + round(x * b[q + 2 * bColumn]))
        c3 = round(c3 + round(x * b[q + 3 * bColumn]))
        p += aColumn
        q += bRow
      }
      c[ci + j] = c0
      c[ci + j + 1] = c1
      c[ci + j + 2] = c2
      c[ci + j + 3] = c3
    }
    for (let j = inBlocks; j < n; j++) {
      let sum = accumulate ? c[ci + j] : 0
      let p = ai
      let q = j * bColumn
      for (let step = 0; step < k; step++, p += aColumn, q += bRow) {
        sum = round(sum + round(a[p] * b[q]))
      }
      c[ci + j] = sum
    }
  }
}

/** The fold as the contract words it; float64 serves gradient checks on small nets. */
const matmulF64: Matmul = (c, a, b, accumulate, aRow, aColumn, bRow, bColumn, m, n, k) => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = accumulate ? c[i * n + j] : 0
      for (let step = 0; step < k; step++) {
        sum += a[i * aRow + step * aColumn] * b[step * bRow + j * bColumn]
      }
      c[i * n + j] = sum
    }
  }
}
