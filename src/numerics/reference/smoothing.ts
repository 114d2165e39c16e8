import type { Dtype, Real } from '../dtype.ts'
import { roundings } from '../rounding.ts'
import type { KernelsOf } from '../table/kernel.ts'
import type { smoothing } from '../table/smoothing.ts'
import { plainMemory } from './memory.ts'

export function smoothingKernel(dtype: Dtype): KernelsOf<typeof smoothing> {
  const r = roundings[dtype]
  return {
    smoothFields(out, fields, taps, amplitude, count, side, radius) {
      const alpha = r(amplitude)
      const alongRows = plainMemory(dtype).reals(side * side)
      for (let q = 0; q < count; q++) {
        const field = q * side * side
        for (let i = 0; i < side; i++) {
          for (let j = 0; j < side; j++) {
            alongRows[i * side + j] = tapFold(fields, taps, field + i * side, 1, j, side, radius)
          }
        }
        for (let i = 0; i < side; i++) {
          for (let j = 0; j < side; j++) {
            const smoothed = tapFold(alongRows, taps, j, side, i, side, radius)
            out[field + i * side + j] = r(alpha * smoothed)
          }
        }
      }
    },
  }

  /** The taps over the line line[k] = x[start + k * stride], centred on k = at, edges repeated. */
  function tapFold(
    x: Real,
    taps: Real,
    start: number,
    stride: number,
    at: number,
    side: number,
    radius: number,
  ): number {
    let sum = 0
    for (let t = 0; t <= 2 * radius; t++) {
      const k = Math.min(Math.max(at + t - radius, 0), side - 1)
      sum = r(sum + r(taps[t] * x[start + k * stride]))
    }
    return sum
  }
}
