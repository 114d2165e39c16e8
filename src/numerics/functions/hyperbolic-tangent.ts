import type { Dtype } from '../backend.ts'
import type { Rounding } from '../rounding.ts'
import { type ExponentialTable, exponential, exponentialTables } from './exponential.ts'
import { horner } from './polynomial.ts'

/** What tanh needs in one dtype; every number is exact in that dtype. */
export interface TangentTable {
  readonly exponential: ExponentialTable
  /** Below this magnitude the odd polynomial, from it on the exponential. */
  readonly polynomialBelow: number
  /** 2|x| is clamped to this: from half of it on, tanh rounds to 1. */
  readonly doubledHighest: number
  /** Q in tanh x = x + x (Q(z) z), z = x^2, minimax on |x| <= 0.625, leading coefficient first. */
  readonly coefficients: readonly number[]
}

export const tangentTables: Readonly<Record<Dtype, TangentTable>> = {
  f32: {
    exponential: exponentialTables.f32,
    polynomialBelow: 0.625,
    doubledHighest: 20,
    coefficients: [-0.0057049887, 0.020639088, -0.053739715, 0.13331442, -0.3333328].map(
      Math.fround,
    ),
  },
  f64: {
    exponential: exponentialTables.f64,
    polynomialBelow: 0.625,
    doubledHighest: 40,
    coefficients: [
      6.04246779079262e-6, -3.0187220216179033e-5, 9.155841266385616e-5, -0.00023701173155019311,
      0.0005894517998958803, -0.0014557259484482634, 0.0035921139999740884, -0.008863234312594809,
      0.021869488468717068, -0.053968253966059004, 0.13333333333329744, -0.33333333333333315,
    ],
  },
}

/**
 * tanh x: for a = |x| < 0.625, r(r(r(Q * z) * a) + a); from there r(1 - r(2 / r(e + 1))) with
 * e = exp(min(2a, limit)), which is a normal number. The sign of x is put on last, so tanh(-0) is -0;
 * NaN gives NaN.
 */
export function hyperbolicTangent(x: number, table: TangentTable, r: Rounding): number {
  if (x === 0 || Number.isNaN(x)) return x
  const a = Math.abs(x)
  const y =
    a < table.polynomialBelow ? nearZero(a, table.coefficients, r) : fromExponential(a, table, r)
  return x < 0 ? -y : y
}

function nearZero(a: number, coefficients: readonly number[], r: Rounding): number {
  const z = r(a * a)
  const q = horner(z, coefficients, r)
  return r(r(r(q * z) * a) + a)
}

function fromExponential(a: number, table: TangentTable, r: Rounding): number {
  const e = exponential(Math.min(r(a + a), table.doubledHighest), table.exponential, r)
  return r(1 - r(2 / r(e + 1)))
}
