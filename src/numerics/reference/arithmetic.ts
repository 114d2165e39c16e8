import type { Rounding } from '../rounding.ts'
import type { arithmetic } from '../table/arithmetic.ts'
import type { KernelsOf } from '../table/kernel.ts'

export function arithmeticKernels(r: Rounding): KernelsOf<typeof arithmetic> {
  return {
    add(y, x, length) {
      for (let i = 0; i < length; i++) y[i] = r(y[i] + x[i])
    },

    scale(x, s, length) {
      const factor = r(s)
      for (let i = 0; i < length; i++) x[i] = r(factor * x[i])
    },

    addScaled(y, x, s, length) {
      const factor = r(s)
      for (let i = 0; i < length; i++) y[i] = r(y[i] + r(factor * x[i]))
    },
  }
}
