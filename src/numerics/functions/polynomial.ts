import type { Rounding } from '../rounding.ts'

/** Horner's scheme, the leading coefficient first: p = r(r(p * x) + c) for each further c. */
export function horner(x: number, coefficients: readonly number[], r: Rounding): number {
  let p = coefficients[0]
  for (let i = 1; i < coefficients.length; i++) p = r(r(p * x) + coefficients[i])
  return p
}
