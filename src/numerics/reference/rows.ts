import type { Rounding } from '../rounding.ts'
import type { KernelsOf } from '../table/kernel.ts'
import type { rows } from '../table/rows.ts'

export function rowKernels(r: Rounding): KernelsOf<typeof rows> {
  return {
    addBias(y, bias, rows, columns) {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          y[i * columns + j] = r(y[i * columns + j] + bias[j])
        }
      }
    },

    columnSums(out, x, rows, columns) {
      for (let j = 0; j < columns; j++) out[j] = 0
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) out[j] = r(out[j] + x[i * columns + j])
      }
    },
  }
}
