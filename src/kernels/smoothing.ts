import { scratch } from './workspace'
import { lanes, loadFirst, storeFirst, VECTOR } from './vectors'

// Separable smoothing with repeated edges: along the rows into `out`, then along the columns of `out`
// in place, a strip of one vector's width at a time. Each line is copied with its edges into the
// scratch first, so that the folds need no bounds. Lanes run across outputs, taps ascend.

export function smoothFields<T extends number>(
  out: usize,
  fields: usize,
  taps: usize,
  amplitude: f64,
  count: usize,
  side: usize,
  radius: usize,
): void {
  const scale = v128.splat<T>(<T>amplitude)
  const bytes = side * side * sizeof<T>()
  for (let q: usize = 0; q < count; q++, out += bytes, fields += bytes) {
    for (let i: usize = 0; i < side; i++) {
      const row = i * side * sizeof<T>()
      smoothRow<T>(out + row, fields + row, taps, side, radius)
    }
    for (let j: usize = 0; j < side; j += lanes<T>()) {
      const present = min(lanes<T>(), side - j)
      smoothStrip<T>(out + j * sizeof<T>(), taps, scale, side, radius, present)
    }
  }
}

function smoothRow<T extends number>(
  out: usize,
  x: usize,
  taps: usize,
  side: usize,
  radius: usize,
): void {
  for (let j: usize = 0; j < side + 2 * radius; j++) {
    store<T>(scratch() + j * sizeof<T>(), load<T>(x + source(j, radius, side) * sizeof<T>()))
  }
  const one = v128.splat<T>(<T>1)
  let j: usize = 0
  for (; j + 4 * lanes<T>() <= side; j += 4 * lanes<T>()) {
    foldFour<T>(out + j * sizeof<T>(), VECTOR, scratch() + j * sizeof<T>(), sizeof<T>(), taps, one, radius)
  }
  // The last vector may read stale scratch; those lanes are not stored.
  for (; j < side; j += lanes<T>()) {
    const smoothed = foldTaps<T>(scratch() + j * sizeof<T>(), sizeof<T>(), taps, radius)
    keep<T>(out + j * sizeof<T>(), smoothed, min(lanes<T>(), side - j))
  }
}

function smoothStrip<T extends number>(
  x: usize,
  taps: usize,
  scale: v128,
  side: usize,
  radius: usize,
  present: usize,
): void {
  const row = side * sizeof<T>()
  for (let i: usize = 0; i < side + 2 * radius; i++) {
    const at = x + source(i, radius, side) * row
    const strip = present == lanes<T>() ? v128.load(at) : loadFirst<T>(at, present)
    v128.store(scratch() + i * VECTOR, strip)
  }
  let i: usize = 0
  if (present == lanes<T>()) {
    for (; i + 4 <= side; i += 4) {
      foldFour<T>(x + i * row, row, scratch() + i * VECTOR, VECTOR, taps, scale, radius)
    }
  }
  for (; i < side; i++) {
    const smoothed = foldTaps<T>(scratch() + i * VECTOR, VECTOR, taps, radius)
    keep<T>(x + i * row, v128.mul<T>(scale, smoothed), present)
  }
}

/** The element behind place j of a line that begins `radius` before its first: edges are repeated. */
// @ts-ignore: decorator
@inline
function source(j: usize, radius: usize, side: usize): usize {
  return j < radius ? 0 : min(j - radius, side - 1)
}

// @ts-ignore: decorator
@inline
function foldTaps<T extends number>(x: usize, step: usize, taps: usize, radius: usize): v128 {
  let sum = v128.splat<T>(<T>0)
  for (let t: usize = 0; t <= 2 * radius; t++) {
    const tap = v128.load_splat<T>(taps + t * sizeof<T>())
    sum = v128.add<T>(sum, v128.mul<T>(tap, v128.load(x + t * step)))
  }
  return sum
}

/**
 * Four folds at a time, so that they overlap: of the vectors that begin at x and at the three after it,
 * times `scale`, to four places `apart` bytes from each other.
 */
// @ts-ignore: decorator
@inline
function foldFour<T extends number>(
  to: usize,
  apart: usize,
  x: usize,
  step: usize,
  taps: usize,
  scale: v128,
  radius: usize,
): void {
  let s0 = v128.splat<T>(<T>0)
  let s1 = s0
  let s2 = s0
  let s3 = s0
  for (const end = taps + (2 * radius + 1) * sizeof<T>(); taps < end; taps += sizeof<T>(), x += step) {
    const tap = v128.load_splat<T>(taps)
    s0 = v128.add<T>(s0, v128.mul<T>(tap, v128.load(x)))
    s1 = v128.add<T>(s1, v128.mul<T>(tap, v128.load(x, VECTOR)))
    s2 = v128.add<T>(s2, v128.mul<T>(tap, v128.load(x, 2 * VECTOR)))
    s3 = v128.add<T>(s3, v128.mul<T>(tap, v128.load(x, 3 * VECTOR)))
  }
  v128.store(to, v128.mul<T>(scale, s0))
  v128.store(to + apart, v128.mul<T>(scale, s1))
  v128.store(to + 2 * apart, v128.mul<T>(scale, s2))
  v128.store(to + 3 * apart, v128.mul<T>(scale, s3))
}

// @ts-ignore: decorator
@inline
function keep<T extends number>(to: usize, v: v128, present: usize): void {
  if (present == lanes<T>()) v128.store(to, v)
  else storeFirst<T>(to, v, present)
}
