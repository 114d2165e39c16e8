// numerics/functions/logarithm.ts for positive numbers, one at a time: the loss takes one a row.

const LN2_HIGH: f64 = 0.6931471805598903
const LN2_LOW: f64 = 5.497923018708371e-14
const SQUARE_ROOT_OF_TWO: f64 = 1.4142135623730951
const SMALLEST_NORMAL: f64 = 2.2250738585072014e-308
const TWO_TO_54: f64 = 18014398509481984

export function logarithm(x: f64): f64 {
  if (!(x > 0)) return x == 0 ? -Infinity : NaN
  if (x == Infinity) return x
  let k = -1023
  if (x < SMALLEST_NORMAL) {
    x *= TWO_TO_54
    k -= 54
  }
  const bits = reinterpret<u64>(x)
  k += <i32>(bits >> 52)
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000)
  if (m > SQUARE_ROOT_OF_TWO) {
    m *= 0.5
    k += 1
  }
  const f = m - 1
  const s = f / (2 + f)
  const z = s * s
  let q: f64 = 0.1479626116623362
  q = q * z + 0.1531402116604758
  q = q * z + 0.1818356540295594
  q = q * z + 0.2222219855393266
  q = q * z + 0.28571428742559823
  q = q * z + 0.3999999999941398
  q = q * z + 0.6666666666666734
  const halfSquare = 0.5 * f * f
  const exponent = <f64>k
  return exponent * LN2_HIGH - (halfSquare - (s * (halfSquare + q * z) + exponent * LN2_LOW) - f)
}
