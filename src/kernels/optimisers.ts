import { stage, restOf, unstage, VECTOR, wholeBytes } from './vectors'

// One pass over the parameters: each vector of weights, state and gradient is read and written once.
// Scalars come in as float64 and are rounded once. `take` is one step on one vector of each array.

// @ts-ignore: decorator
@inline
function takeSgd<T extends number>(w: usize, g: usize, rate: v128): void {
  v128.store(w, v128.sub<T>(v128.load(w), v128.mul<T>(rate, v128.load(g))))
}

export function sgd<T extends number>(w: usize, g: usize, learningRate: f64, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const rate = v128.splat<T>(<T>learningRate)
  for (let i: usize = 0; i < whole; i += VECTOR) takeSgd<T>(w + i, g + i, rate)
  if (!rest) return
  takeSgd<T>(stage<T>(0, w + whole, rest), stage<T>(1, g + whole, rest), rate)
  unstage<T>(0, w + whole, rest)
}

// @ts-ignore: decorator
@inline
function takeHeavyBall<T extends number>(w: usize, v: usize, g: usize, rate: v128, mu: v128): void {
  const velocity = v128.add<T>(v128.mul<T>(mu, v128.load(v)), v128.load(g))
  v128.store(v, velocity)
  v128.store(w, v128.sub<T>(v128.load(w), v128.mul<T>(rate, velocity)))
}

export function heavyBall<T extends number>(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const rate = v128.splat<T>(<T>learningRate)
  const mu = v128.splat<T>(<T>momentum)
  for (let i: usize = 0; i < whole; i += VECTOR) takeHeavyBall<T>(w + i, v + i, g + i, rate, mu)
  if (!rest) return
  const lastW = stage<T>(0, w + whole, rest)
  const lastV = stage<T>(1, v + whole, rest)
  takeHeavyBall<T>(lastW, lastV, stage<T>(2, g + whole, rest), rate, mu)
  unstage<T>(0, w + whole, rest)
  unstage<T>(1, v + whole, rest)
}

// @ts-ignore: decorator
@inline
function takeNesterov<T extends number>(w: usize, v: usize, g: usize, rate: v128, mu: v128): void {
  const gradient = v128.load(g)
  const velocity = v128.add<T>(v128.mul<T>(mu, v128.load(v)), gradient)
  v128.store(v, velocity)
  const ahead = v128.add<T>(gradient, v128.mul<T>(mu, velocity))
  v128.store(w, v128.sub<T>(v128.load(w), v128.mul<T>(rate, ahead)))
}

export function nesterov<T extends number>(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const rate = v128.splat<T>(<T>learningRate)
  const mu = v128.splat<T>(<T>momentum)
  for (let i: usize = 0; i < whole; i += VECTOR) takeNesterov<T>(w + i, v + i, g + i, rate, mu)
  if (!rest) return
  const lastW = stage<T>(0, w + whole, rest)
  const lastV = stage<T>(1, v + whole, rest)
  takeNesterov<T>(lastW, lastV, stage<T>(2, g + whole, rest), rate, mu)
  unstage<T>(0, w + whole, rest)
  unstage<T>(1, v + whole, rest)
}

// @ts-ignore: decorator
@inline
function takeRateInVelocity<T extends number>(
  w: usize,
  v: usize,
  g: usize,
  rate: v128,
  mu: v128,
): void {
  const step = v128.mul<T>(rate, v128.load(g))
  const velocity = v128.sub<T>(v128.mul<T>(mu, v128.load(v)), step)
  v128.store(v, velocity)
  const ahead = v128.sub<T>(v128.mul<T>(mu, velocity), step)
  v128.store(w, v128.add<T>(v128.load(w), ahead))
}

export function nesterovRateInVelocity<T extends number>(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const rate = v128.splat<T>(<T>learningRate)
  const mu = v128.splat<T>(<T>momentum)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    takeRateInVelocity<T>(w + i, v + i, g + i, rate, mu)
  }
  if (!rest) return
  const lastW = stage<T>(0, w + whole, rest)
  const lastV = stage<T>(1, v + whole, rest)
  takeRateInVelocity<T>(lastW, lastV, stage<T>(2, g + whole, rest), rate, mu)
  unstage<T>(0, w + whole, rest)
  unstage<T>(1, v + whole, rest)
}

// @ts-ignore: decorator
@inline
function takeAdam<T extends number>(
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  rate: v128,
  b1: v128,
  oneMinusB1: v128,
  b2: v128,
  oneMinusB2: v128,
  epsilon: v128,
  c1: v128,
  c2: v128,
): void {
  const gradient = v128.load(g)
  const squared = v128.mul<T>(gradient, gradient)
  const mean = v128.add<T>(v128.mul<T>(b1, v128.load(m)), v128.mul<T>(oneMinusB1, gradient))
  const square = v128.add<T>(v128.mul<T>(b2, v128.load(v)), v128.mul<T>(oneMinusB2, squared))
  v128.store(m, mean)
  v128.store(v, square)
  const step = v128.mul<T>(rate, v128.div<T>(mean, c1))
  const spread = v128.add<T>(v128.sqrt<T>(v128.div<T>(square, c2)), epsilon)
  v128.store(w, v128.sub<T>(v128.load(w), v128.div<T>(step, spread)))
}

/** Kernels.adam: 1 - beta is taken in float64, then rounded. */
export function adam<T extends number>(
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  correction1: f64,
  correction2: f64,
  length: usize,
): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const rate = v128.splat<T>(<T>learningRate)
  const b1 = v128.splat<T>(<T>beta1)
  const oneMinusB1 = v128.splat<T>(<T>(1 - beta1))
  const b2 = v128.splat<T>(<T>beta2)
  const oneMinusB2 = v128.splat<T>(<T>(1 - beta2))
  const eps = v128.splat<T>(<T>epsilon)
  const c1 = v128.splat<T>(<T>correction1)
  const c2 = v128.splat<T>(<T>correction2)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    takeAdam<T>(w + i, m + i, v + i, g + i, rate, b1, oneMinusB1, b2, oneMinusB2, eps, c1, c2)
  }
  if (!rest) return
  const lastW = stage<T>(0, w + whole, rest)
  const lastM = stage<T>(1, m + whole, rest)
  const lastV = stage<T>(2, v + whole, rest)
  const lastG = stage<T>(3, g + whole, rest)
  takeAdam<T>(lastW, lastM, lastV, lastG, rate, b1, oneMinusB1, b2, oneMinusB2, eps, c1, c2)
  unstage<T>(0, w + whole, rest)
  unstage<T>(1, m + whole, rest)
  unstage<T>(2, v + whole, rest)
}
