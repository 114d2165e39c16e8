import type { Kernels } from '../backend.ts'
import type { Rounding } from '../rounding.ts'

export function arithmeticKernels(r: Rounding): Pick<Kernels, 'add' | 'scale' | 'addScaled'> {
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
