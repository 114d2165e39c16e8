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

const NORM_BLOCK: usize = 4096

/** sums[i], float64: block i of 4096, four partial sums by index mod 4, joined (s0 + s2) + (s1 + s3). */
export function squaredBlocks<T extends number>(sums: usize, x: usize, length: usize): void {
  for (let i: usize = 0; i < length; i += NORM_BLOCK, sums += sizeof<f64>()) {
    store<f64>(sums, blockNorm<T>(x + i * sizeof<T>(), min(NORM_BLOCK, length - i)))
  }
}

// @ts-ignore: decorator
@inline
function square(x: v128): v128 {
  return f64x2.mul(x, x)
}

function blockNorm<T extends number>(x: usize, length: usize): f64 {
  const fours = x + (length & ~3) * sizeof<T>()
  let s01 = f64x2.splat(0)
  let s23 = f64x2.splat(0)
  for (; x < fours; x += 4 * sizeof<T>()) {
    if (sizeof<T>() == 4) {
      const four = v128.load(x)
      s01 = f64x2.add(s01, square(f64x2.promote_low_f32x4(four)))
      s23 = f64x2.add(s23, square(f64x2.promote_low_f32x4(v128.shuffle<f64>(four, four, 1, 1))))
    } else {
      s01 = f64x2.add(s01, square(v128.load(x)))
      s23 = f64x2.add(s23, square(v128.load(x, VECTOR)))
    }
  }
  // What is missing to a multiple of 4 adds +0 to sums that are never -0.
  const rest = length & 3
  const r0: f64 = rest > 0 ? <f64>load<T>(x) : 0
  const r1: f64 = rest > 1 ? <f64>load<T>(x, sizeof<T>()) : 0
  const r2: f64 = rest > 2 ? <f64>load<T>(x, 2 * sizeof<T>()) : 0
  s01 = f64x2.add(s01, square(f64x2(r0, r1)))
  s23 = f64x2.add(s23, square(f64x2(r2, 0)))
  const joined = f64x2.add(s01, s23)
  return f64x2.extract_lane(joined, 0) + f64x2.extract_lane(joined, 1)
}
