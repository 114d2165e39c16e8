import { loadFirst, restOf, storeFirst, VECTOR, wholeBytes } from './vectors'

export function fill<T extends number>(x: usize, value: f64, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const values = v128.splat<T>(<T>value)
  for (let i: usize = 0; i < whole; i += VECTOR) v128.store(x + i, values)
  if (rest) storeFirst<T>(x + whole, values, rest)
}

/** Four float64: s0, s1, s2, c of the stream. The caller writes them before and reads them after. */
export const ALEA_STATE: usize = memory.data(32, 16)

/** x[i] = r(low + (high - low) * u), u by Alea's recurrence (numerics/stream.ts). */
export function fillUniform<T extends number>(x: usize, low: f64, high: f64, length: usize): void {
  const range = high - low
  let s0 = load<f64>(ALEA_STATE)
  let s1 = load<f64>(ALEA_STATE, 8)
  let s2 = load<f64>(ALEA_STATE, 16)
  let c = load<f64>(ALEA_STATE, 24)
  for (const end = x + length * sizeof<T>(); x < end; x += sizeof<T>()) {
    const t = 2091639 * s0 + c * 2.3283064365386963e-10
    s0 = s1
    s1 = s2
    c = <f64>(<i32>t)
    s2 = t - c
    store<T>(x, <T>(low + range * s2))
  }
  store<f64>(ALEA_STATE, s0)
  store<f64>(ALEA_STATE, s1, 8)
  store<f64>(ALEA_STATE, s2, 16)
  store<f64>(ALEA_STATE, c, 24)
}

/** y = r(y + x) */
export function add<T extends number>(y: usize, x: usize, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(y + i, v128.add<T>(v128.load(y + i), v128.load(x + i)))
  }
  if (!rest) return
  storeFirst<T>(y + whole, v128.add<T>(loadFirst<T>(y + whole, rest), loadFirst<T>(x + whole, rest)), rest)
}

/** x = r(s * x) */
export function scale<T extends number>(x: usize, s: f64, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const factor = v128.splat<T>(<T>s)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(x + i, v128.mul<T>(factor, v128.load(x + i)))
  }
  if (rest) storeFirst<T>(x + whole, v128.mul<T>(factor, loadFirst<T>(x + whole, rest)), rest)
}

/** y = r(y + r(s * x)) */
export function addScaled<T extends number>(y: usize, x: usize, s: f64, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const factor = v128.splat<T>(<T>s)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(y + i, v128.add<T>(v128.load(y + i), v128.mul<T>(factor, v128.load(x + i))))
  }
  if (!rest) return
  const product = v128.mul<T>(factor, loadFirst<T>(x + whole, rest))
  storeFirst<T>(y + whole, v128.add<T>(loadFirst<T>(y + whole, rest), product), rest)
}
