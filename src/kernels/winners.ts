import { loadFirst, restOf, storeFirst, VECTOR, wholeBytes } from './vectors'

// Local winner-take-all. The winner is found again in the backward pass, so nothing is stored. Blocks
// of two, the usual case, are compared lane against neighbouring lane.

/** All bits set in the lanes that win their pair. */
// @ts-ignore: decorator
@inline
function pairWinners<T extends number>(x: v128): v128 {
  const rival = swapPairs<T>(x)
  const beats = v128.or(
    v128.gt<T>(x, rival),
    v128.and(v128.ne<T>(x, x), v128.eq<T>(rival, rival)),
  )
  // Ties go to the lower index: the second lane wins if it beats the first, the first wins otherwise.
  const first = sizeof<T>() == 4 ? i64x2.splat(0xffffffff) : i64x2(-1, 0)
  return v128.bitselect(v128.not(swapPairs<T>(beats)), beats, first)
}

// @ts-ignore: decorator
@inline
function swapPairs<T extends number>(x: v128): v128 {
  if (sizeof<T>() == 4) return v128.shuffle<f32>(x, x, 1, 0, 3, 2)
  return v128.shuffle<f64>(x, x, 1, 0)
}

/** Index of the winner of `block` neighbours: the largest, ties to the lowest, the first NaN over all. */
// @ts-ignore: decorator
@inline
function winner<T extends number>(x: usize, block: usize): usize {
  let best: usize = 0
  let largest = load<T>(x)
  for (let i: usize = 1; i < block; i++) {
    const value = load<T>(x + i * sizeof<T>())
    if (value > largest || (value != value && largest == largest)) {
      largest = value
      best = i
    }
  }
  return best
}

export function lwta<T extends number>(y: usize, x: usize, block: usize, length: usize): void {
  lwtaBackward<T>(y, x, x, block, length)
}

/** The forward pass is this with dy = x. */
export function lwtaBackward<T extends number>(
  dx: usize,
  dy: usize,
  x: usize,
  block: usize,
  length: usize,
): void {
  if (block == 2) {
    passPairs<T>(dx, dy, x, length)
    return
  }
  for (let i: usize = 0; i < length; i += block) {
    const best = i + winner<T>(x + i * sizeof<T>(), block)
    const passed = load<T>(dy + best * sizeof<T>())
    for (let j = i; j < i + block; j++) {
      store<T>(dx + j * sizeof<T>(), j == best ? passed : <T>0)
    }
  }
}

function passPairs<T extends number>(dx: usize, dy: usize, x: usize, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(dx + i, v128.and(v128.load(dy + i), pairWinners<T>(v128.load(x + i))))
  }
  if (!rest) return
  const winners = pairWinners<T>(loadFirst<T>(x + whole, rest))
  storeFirst<T>(dx + whole, v128.and(loadFirst<T>(dy + whole, rest), winners), rest)
}
