import { exponential } from './exponential'
import { hyperbolicTangent } from './hyperbolic-tangent'
import { loadFirst, restOf, storeFirst, VECTOR, wholeBytes } from './vectors'

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
