import { nextUniform } from '../stream.ts'
import type { fills } from '../table/fills.ts'
import type { KernelsOf } from '../table/kernel.ts'

/** A store into the array rounds to its dtype, once. */
export const fillKernels: KernelsOf<typeof fills> = {
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
