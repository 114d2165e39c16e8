import type { Kernels } from '../backend.ts'
import { nextUniform } from '../stream.ts'

/** A store into the array rounds to its dtype, once. */
export const fillKernels: Pick<Kernels, 'lookUp' | 'fill' | 'fillUniform'> = {
  lookUp(y, codes, table, length) {
    for (let i = 0; i < length; i++) y[i] = table[codes[i]]
  },

  fill(x, value, length) {
    for (let i = 0; i < length; i++) x[i] = value
  },

  fillUniform(x, state, low, high, length) {
    for (let i = 0; i < length; i++) x[i] = low + (high - low) * nextUniform(state)
  },
}
