import type { Rounding } from '../rounding.ts'
import { type ExponentialTable, exponential } from './exponential.ts'

/**
 * 1 / (1 + e^-x), with e = exp(-|x|): r((x < 0 ? e : 1) / r(e + 1)). The exponential never overflows
 * and a negative x keeps its relative precision down to the subnormals. NaN gives NaN.
 */
export function logisticSigmoid(x: number, table: ExponentialTable, r: Rounding): number {
  const e = exponential(-Math.abs(x), table, r)
  return r((x < 0 ? e : 1) / r(e + 1))
}
