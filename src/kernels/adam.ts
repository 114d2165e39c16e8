import { restOf, stage, unstage, VECTOR, wholeBytes } from './vectors'

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
