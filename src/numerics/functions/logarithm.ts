import { exponentialTables } from './exponential.ts'

const { ln2High, ln2Low } = exponentialTables.f64
const squareRootOfTwo = Math.sqrt(2)
const smallestNormal = 2.2250738585072014e-308
const twoTo54 = 18014398509481984

const word = new DataView(new ArrayBuffer(8))

/**
 * The natural logarithm, in float64 only: it serves the loss and Box-Muller, whose results are
 * float64 or are rounded once on store. x = 2^k m with m in (sqrt 1/2, sqrt 2], f = m - 1,
 * s = f / (2 + f), ln m = 2 atanh s = f - (f^2/2 - s (f^2/2 + R(s^2))).
 * Subnormals are scaled first. 0 gives -infinity, a negative x NaN, infinity and NaN themselves.
 */
export function logarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN
  if (x === Infinity) return x
  let k = 0
  let scaled = x
  if (x < smallestNormal) {
    scaled = x * twoTo54
    k = -54
  }
  // The word is big-endian by DataView's default, whatever the machine is.
  word.setFloat64(0, scaled)
  const high = word.getInt32(0)
  k += (high >> 20) - 1023
  word.setInt32(0, (high & 0x000fffff) | 0x3ff00000)
  let m = word.getFloat64(0)
  if (m > squareRootOfTwo) {
    m = m * 0.5
    k += 1
  }

  const f = m - 1
  const s = f / (2 + f)
  const z = s * s
  let q = 0.1479626116623362
  q = q * z + 0.1531402116604758
  q = q * z + 0.1818356540295594
  q = q * z + 0.2222219855393266
  q = q * z + 0.28571428742559823
  q = q * z + 0.3999999999941398
  q = q * z + 0.6666666666666734
  const halfSquare = 0.5 * f * f
  return k * ln2High - (halfSquare - (s * (halfSquare + q * z) + k * ln2Low) - f)
}
