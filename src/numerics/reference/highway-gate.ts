import type { Rounding } from '../rounding.ts'
import type { highwayGate } from '../table/highway-gate.ts'
import type { KernelsOf } from '../table/kernel.ts'

export function highwayGateKernels(r: Rounding): KernelsOf<typeof highwayGate> {
  return {
    highwayGate(y, h, t, x, length) {
      for (let i = 0; i < length; i++) y[i] = r(r(h[i] * t[i]) + r(x[i] * r(1 - t[i])))
    },

    highwayGateBackward(dh, dt, carry, dy, h, t, x, length) {
      for (let i = 0; i < length; i++) {
        // Read before the first write: an output may be the same array as an input.
        const dyi = dy[i]
        const ti = t[i]
        const difference = r(h[i] - x[i])
        dh[i] = r(dyi * ti)
        dt[i] = r(dyi * difference)
        carry[i] = r(dyi * r(1 - ti))
      }
    },
  }
}
