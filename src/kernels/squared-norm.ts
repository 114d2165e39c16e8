import { VECTOR } from './vectors'

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
