import type { Dtype } from '../backend.ts'
import type { Rounding } from '../rounding.ts'
import { horner } from './polynomial.ts'
import { powerOfTwo } from './powers-of-two.ts'

/** What exp needs in one dtype; every number is exact in that dtype. */
export interface ExponentialTable {
  /** Arguments are clamped to [lowest, highest]: e^lowest rounds to 0, e^highest to infinity. */
  readonly lowest: number
  readonly highest: number
  readonly log2e: number
  /** 1.5 * 2^23 or 1.5 * 2^52: adding and subtracting it rounds to an integer, ties to even. */
  readonly integerMagic: number
  /** ln 2 = ln2High + ln2Low; n * ln2High is exact for every n that occurs. */
  readonly ln2High: number
  readonly ln2Low: number
  /** P in e^t = 1 + t + t^2 P(t), minimax on |t| <= ln 2 / 2, leading coefficient first. */
  readonly coefficients: readonly number[]
}

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the language fixes Math.LOG2E only nearly
const log2e = 1.4426950408889634

export const exponentialTables: Readonly<Record<Dtype, ExponentialTable>> = {
  f32: {
    lowest: -104,
    highest: 89,
    log2e: Math.fround(log2e),
    integerMagic: 12582912,
    ln2High: 0.693359375,
    ln2Low: Math.fround(-0.00021219444),
    coefficients: [0.00019875691, 0.0013981999, 0.008333452, 0.041665796, 0.16666666, 0.5].map(
      Math.fround,
    ),
  },
  f64: {
    lowest: -746,
    highest: 710,
    log2e,
    integerMagic: 6755399441055744,
    ln2High: 0.6931471805598903,
    ln2Low: 5.497923018708371e-14,
    coefficients: [
      2.0826610402184915e-9, 2.5112037290254658e-8, 2.755758190624047e-7, 2.7557234860520506e-6,
      2.4801586926559788e-5, 0.0001984126989638535, 0.0013888888889115668, 0.008333333333317034,
      0.041666666666666095, 0.16666666666666682, 0.5,
    ],
  },
}

/**
 * e^x over the whole range, subnormal results included: x = n ln 2 + t, e^x = 2^n e^t. The scale is
 * applied in two halves, h = floor(n / 2) and n - h, each a normal number, so that only the last
 * product rounds. NaN gives NaN, infinity infinity, -infinity +0.
 */
export function exponential(x: number, table: ExponentialTable, r: Rounding): number {
  if (Number.isNaN(x)) return x
  const clamped = Math.min(Math.max(x, table.lowest), table.highest)
  const n = r(r(r(clamped * table.log2e) + table.integerMagic) - table.integerMagic)
  const t = r(r(clamped - r(n * table.ln2High)) - r(n * table.ln2Low))
  const p = horner(t, table.coefficients, r)
  const mantissa = r(r(r(r(t * t) * p) + t) + 1)
  const half = n >> 1
  return r(r(mantissa * powerOfTwo(half)) * powerOfTwo(n - half))
}
