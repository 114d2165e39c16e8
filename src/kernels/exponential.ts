// The vector form of numerics/functions/exponential.ts: the same operations in the same order.
// Constants lie in memory, because V8 rebuilds a v128.const with several instructions at every use.

// lowest, highest, log2e, magic, ln2High, ln2Low, then the coefficients, leading one first.
const TABLE_32: usize = memory.data<f32>([
  -104, 89, 1.4426950408889634, 12582912, 0.693359375, -0.00021219444,
  0.00019875691, 0.0013981999, 0.008333452, 0.041665796, 0.16666666, 0.5,
], 16)
const TABLE_64: usize = memory.data<f64>([
  -746, 710, 1.4426950408889634, 6755399441055744, 0.6931471805598903, 5.497923018708371e-14,
  2.0826610402184915e-9, 2.5112037290254658e-8, 2.755758190624047e-7, 2.7557234860520506e-6,
  2.4801586926559788e-5, 0.0001984126989638535, 0.0013888888889115668, 0.008333333333317034,
  0.041666666666666095, 0.16666666666666682, 0.5,
], 16)

const LOWEST: usize = 0
const HIGHEST: usize = 1
const LOG2E: usize = 2
const MAGIC: usize = 3
const LN2_HIGH: usize = 4
const LN2_LOW: usize = 5
const COEFFICIENTS: usize = 6

// @ts-ignore: decorator
@inline
function constant<T extends number>(index: usize): v128 {
  const table = sizeof<T>() == 4 ? TABLE_32 : TABLE_64
  return v128.load_splat<T>(table + index * sizeof<T>())
}

/** Horner's scheme over 5 to 12 coefficients in memory; the constant count selects at compile time. */
// @ts-ignore: decorator
@inline
export function horner<T extends number>(x: v128, at: usize, count: usize): v128 {
  let p = v128.load_splat<T>(at)
  p = next<T>(p, x, at + sizeof<T>())
  p = next<T>(p, x, at + 2 * sizeof<T>())
  p = next<T>(p, x, at + 3 * sizeof<T>())
  p = next<T>(p, x, at + 4 * sizeof<T>())
  if (count > 5) p = next<T>(p, x, at + 5 * sizeof<T>())
  if (count > 6) p = next<T>(p, x, at + 6 * sizeof<T>())
  if (count > 7) p = next<T>(p, x, at + 7 * sizeof<T>())
  if (count > 8) p = next<T>(p, x, at + 8 * sizeof<T>())
  if (count > 9) p = next<T>(p, x, at + 9 * sizeof<T>())
  if (count > 10) p = next<T>(p, x, at + 10 * sizeof<T>())
  if (count > 11) p = next<T>(p, x, at + 11 * sizeof<T>())
  return p
}

// @ts-ignore: decorator
@inline
function next<T extends number>(p: v128, x: v128, coefficient: usize): v128 {
  return v128.add<T>(v128.mul<T>(p, x), v128.load_splat<T>(coefficient))
}

/** x * log2e + magic: its low bits hold n, the nearest integer to x / ln 2, ties to even. */
// @ts-ignore: decorator
@inline
function shifted<T extends number>(x: v128): v128 {
  return v128.add<T>(v128.mul<T>(x, constant<T>(LOG2E)), constant<T>(MAGIC))
}

/** e^t, t = x - n ln 2. */
// @ts-ignore: decorator
@inline
function mantissa<T extends number>(x: v128, n: v128): v128 {
  const high = v128.sub<T>(x, v128.mul<T>(n, constant<T>(LN2_HIGH)))
  const t = v128.sub<T>(high, v128.mul<T>(n, constant<T>(LN2_LOW)))
  const coefficients = (sizeof<T>() == 4 ? TABLE_32 : TABLE_64) + COEFFICIENTS * sizeof<T>()
  const p = horner<T>(t, coefficients, sizeof<T>() == 4 ? 6 : 11)
  const square = v128.mul<T>(v128.mul<T>(t, t), p)
  return v128.add<T>(v128.add<T>(square, t), v128.splat<T>(<T>1))
}

/** 2^k in every lane, k integers as wide as T within the range of normal numbers. */
// @ts-ignore: decorator
@inline
function powerOfTwo<T extends number>(k: v128): v128 {
  if (sizeof<T>() == 4) return i32x4.shl(i32x4.add(k, i32x4.splat(127)), 23)
  return i64x2.shl(i64x2.add(k, i64x2.splat(1023)), 52)
}

/** The lanes' integers, from what `shifted` gave. */
// @ts-ignore: decorator
@inline
function integers<T extends number>(s: v128): v128 {
  if (sizeof<T>() == 4) return i32x4.sub(s, constant<T>(MAGIC))
  return i64x2.sub(s, constant<T>(MAGIC))
}

// @ts-ignore: decorator
@inline
export function exponential<T extends number>(x: v128): v128 {
  // pmax(lowest, x) is lowest for NaN; the select at the end brings NaN back.
  const atLeast = v128.pmax<T>(constant<T>(LOWEST), x)
  const clamped = v128.pmin<T>(constant<T>(HIGHEST), atLeast)
  const s = shifted<T>(clamped)
  const m = mantissa<T>(clamped, v128.sub<T>(s, constant<T>(MAGIC)))
  const n = integers<T>(s)
  let half: v128
  let other: v128
  if (sizeof<T>() == 4) {
    half = i32x4.shr_s(n, 1)
    other = i32x4.sub(n, half)
  } else {
    half = i64x2.shr_s(n, 1)
    other = i64x2.sub(n, half)
  }
  const y = v128.mul<T>(v128.mul<T>(m, powerOfTwo<T>(half)), powerOfTwo<T>(other))
  return v128.bitselect(y, x, v128.eq<T>(x, x))
}

/** e^x where the result is surely normal (0 <= x <= 80): one factor, which loses no bit. */
// @ts-ignore: decorator
@inline
export function exponentialOfModerate<T extends number>(x: v128): v128 {
  const s = shifted<T>(x)
  const m = mantissa<T>(x, v128.sub<T>(s, constant<T>(MAGIC)))
  return v128.mul<T>(m, powerOfTwo<T>(integers<T>(s)))
}
