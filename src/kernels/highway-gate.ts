import { loadFirst, restOf, stage, storeFirst, unstage, VECTOR, wholeBytes } from './vectors'

// @ts-ignore: decorator
@inline
function gated<T extends number>(h: v128, t: v128, x: v128): v128 {
  const carry = v128.sub<T>(v128.splat<T>(<T>1), t)
  return v128.add<T>(v128.mul<T>(h, t), v128.mul<T>(x, carry))
}

export function highwayGate<T extends number>(
  y: usize,
  h: usize,
  t: usize,
  x: usize,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(y + i, gated<T>(v128.load(h + i), v128.load(t + i), v128.load(x + i)))
  }
  if (!rest) return
  const lastH = loadFirst<T>(h + whole, rest)
  const lastT = loadFirst<T>(t + whole, rest)
  const lastX = loadFirst<T>(x + whole, rest)
  storeFirst<T>(y + whole, gated<T>(lastH, lastT, lastX), rest)
}

// @ts-ignore: decorator
@inline
function gateGradients<T extends number>(
  dh: usize,
  dt: usize,
  carry: usize,
  dy: usize,
  h: usize,
  t: usize,
  x: usize,
): void {
  const upstream = v128.load(dy)
  const gate = v128.load(t)
  const difference = v128.sub<T>(v128.load(h), v128.load(x))
  v128.store(dh, v128.mul<T>(upstream, gate))
  v128.store(dt, v128.mul<T>(upstream, difference))
  v128.store(carry, v128.mul<T>(upstream, v128.sub<T>(v128.splat<T>(<T>1), gate)))
}

export function highwayGateBackward<T extends number>(
  dh: usize,
  dt: usize,
  carry: usize,
  dy: usize,
  h: usize,
  t: usize,
  x: usize,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    gateGradients<T>(dh + i, dt + i, carry + i, dy + i, h + i, t + i, x + i)
  }
  if (!rest) return
  gateGradients<T>(
    stage<T>(0, dh + whole, rest),
    stage<T>(1, dt + whole, rest),
    stage<T>(2, carry + whole, rest),
    stage<T>(3, dy + whole, rest),
    stage<T>(4, h + whole, rest),
    stage<T>(5, t + whole, rest),
    stage<T>(6, x + whole, rest),
  )
  unstage<T>(0, dh + whole, rest)
  unstage<T>(1, dt + whole, rest)
  unstage<T>(2, carry + whole, rest)
}
