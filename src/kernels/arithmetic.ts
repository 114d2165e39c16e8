import { loadFirst, restOf, storeFirst, VECTOR, wholeBytes } from './vectors'

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
