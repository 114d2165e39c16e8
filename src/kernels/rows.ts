import { loadFirst, restOf, storeFirst, VECTOR, wholeBytes } from './vectors'

/** y[i,j] = r(y[i,j] + bias[j]) */
export function addBias<T extends number>(
  y: usize,
  bias: usize,
  rows: usize,
  columns: usize,
): void {
  const whole = wholeBytes<T>(columns)
  const rest = restOf<T>(columns)
  for (let i: usize = 0; i < rows; i++, y += columns * sizeof<T>()) {
    for (let j: usize = 0; j < whole; j += VECTOR) {
      v128.store(y + j, v128.add<T>(v128.load(y + j), v128.load(bias + j)))
    }
    if (!rest) continue
    const last = v128.add<T>(loadFirst<T>(y + whole, rest), loadFirst<T>(bias + whole, rest))
    storeFirst<T>(y + whole, last, rest)
  }
}

/** Lanes across columns, rows ascending. Four vectors at a time, so that their sums overlap. */
export function columnSums<T extends number>(
  out: usize,
  x: usize,
  rows: usize,
  columns: usize,
): void {
  const row = columns * sizeof<T>()
  const end = x + rows * row
  const whole = wholeBytes<T>(columns)
  const rest = restOf<T>(columns)
  const zero = v128.splat<T>(<T>0)
  let j: usize = 0
  for (; j + 4 * VECTOR <= whole; j += 4 * VECTOR) {
    let s0 = zero
    let s1 = zero
    let s2 = zero
    let s3 = zero
    for (let at = x; at < end; at += row) {
      s0 = v128.add<T>(s0, v128.load(at + j))
      s1 = v128.add<T>(s1, v128.load(at + j, VECTOR))
      s2 = v128.add<T>(s2, v128.load(at + j, 2 * VECTOR))
      s3 = v128.add<T>(s3, v128.load(at + j, 3 * VECTOR))
    }
    v128.store(out + j, s0)
    v128.store(out + j, s1, VECTOR)
    v128.store(out + j, s2, 2 * VECTOR)
    v128.store(out + j, s3, 3 * VECTOR)
  }
  for (; j < whole; j += VECTOR) {
    let sum = zero
    for (let at = x; at < end; at += row) sum = v128.add<T>(sum, v128.load(at + j))
    v128.store(out + j, sum)
  }
  if (!rest) return
  let sum = zero
  for (let at = x; at < end; at += row) sum = v128.add<T>(sum, loadFirst<T>(at + whole, rest))
  storeFirst<T>(out + whole, sum, rest)
}
