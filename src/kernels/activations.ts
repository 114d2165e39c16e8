import { exponential } from './exponential'
import { hyperbolicTangent } from './hyperbolic-tangent'
import { loadFirst, restOf, storeFirst, VECTOR, wholeBytes } from './vectors'

// Forward right above backward.

export function exp<T extends number>(y: usize, x: usize, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(y + i, exponential<T>(v128.load(x + i)))
  }
  if (rest) storeFirst<T>(y + whole, exponential<T>(loadFirst<T>(x + whole, rest)), rest)
}

export function tanh<T extends number>(y: usize, x: usize, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(y + i, hyperbolicTangent<T>(v128.load(x + i)))
  }
  if (rest) storeFirst<T>(y + whole, hyperbolicTangent<T>(loadFirst<T>(x + whole, rest)), rest)
}

// @ts-ignore: decorator
@inline
function tanhSlope<T extends number>(dy: v128, y: v128): v128 {
  return v128.mul<T>(dy, v128.sub<T>(v128.splat<T>(<T>1), v128.mul<T>(y, y)))
}

export function tanhBackward<T extends number>(
  dx: usize,
  dy: usize,
  y: usize,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(dx + i, tanhSlope<T>(v128.load(dy + i), v128.load(y + i)))
  }
  if (!rest) return
  const last = tanhSlope<T>(loadFirst<T>(dy + whole, rest), loadFirst<T>(y + whole, rest))
  storeFirst<T>(dx + whole, last, rest)
}

/** numerics/functions/sigmoid.ts: e = exp(-|x|), (x < 0 ? e : 1) / (e + 1). */
// @ts-ignore: decorator
@inline
function logistic<T extends number>(x: v128): v128 {
  const one = v128.splat<T>(<T>1)
  const e = exponential<T>(v128.neg<T>(v128.abs<T>(x)))
  const negative = v128.lt<T>(x, v128.splat<T>(<T>0))
  return v128.div<T>(v128.bitselect(e, one, negative), v128.add<T>(e, one))
}

export function sigmoid<T extends number>(y: usize, x: usize, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(y + i, logistic<T>(v128.load(x + i)))
  }
  if (rest) storeFirst<T>(y + whole, logistic<T>(loadFirst<T>(x + whole, rest)), rest)
}

// @ts-ignore: decorator
@inline
function sigmoidSlope<T extends number>(dy: v128, y: v128): v128 {
  return v128.mul<T>(dy, v128.mul<T>(y, v128.sub<T>(v128.splat<T>(<T>1), y)))
}

export function sigmoidBackward<T extends number>(
  dx: usize,
  dy: usize,
  y: usize,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(dx + i, sigmoidSlope<T>(v128.load(dy + i), v128.load(y + i)))
  }
  if (!rest) return
  const last = sigmoidSlope<T>(loadFirst<T>(dy + whole, rest), loadFirst<T>(y + whole, rest))
  storeFirst<T>(dx + whole, last, rest)
}

// @ts-ignore: decorator
@inline
function rectified<T extends number>(x: v128): v128 {
  // Cleared where x < 0: NaN and -0 compare false and stay.
  return v128.andnot(x, v128.lt<T>(x, v128.splat<T>(<T>0)))
}

export function relu<T extends number>(y: usize, x: usize, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(y + i, rectified<T>(v128.load(x + i)))
  }
  if (rest) storeFirst<T>(y + whole, rectified<T>(loadFirst<T>(x + whole, rest)), rest)
}

// @ts-ignore: decorator
@inline
function whereActive<T extends number>(dy: v128, x: v128): v128 {
  return v128.and(dy, v128.gt<T>(x, v128.splat<T>(<T>0)))
}

export function reluBackward<T extends number>(
  dx: usize,
  dy: usize,
  x: usize,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(dx + i, whereActive<T>(v128.load(dy + i), v128.load(x + i)))
  }
  if (!rest) return
  const last = whereActive<T>(loadFirst<T>(dy + whole, rest), loadFirst<T>(x + whole, rest))
  storeFirst<T>(dx + whole, last, rest)
}
