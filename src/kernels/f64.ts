// The kernels for float64: pointers are byte offsets, sizes and strides count elements.
// f32.ts is this file with the other dtype.

import { relu, reluBackward, sigmoidBackward, tanhBackward } from './activations'
import { adam } from './adam'
import { add, addScaled, fill, fillUniform, scale } from './fills'
import { exp, sigmoid, tanh } from './functions'
import { highwayGate, highwayGateBackward } from './highway-gate'
import { lwta, lwtaBackward } from './lwta'
import { matmul } from './matmul'
import { heavyBall, nesterov, nesterovRateInVelocity, sgd } from './optimisers'
import { addBias, columnSums, squaredNorm } from './reductions'
import { smoothFields } from './smooth-fields'
import { softmax, softmaxCrossEntropy } from './softmax'
import { warp } from './warp'

export function matmul_f64(
  c: usize,
  a: usize,
  b: usize,
  accumulate: bool,
  aRow: usize,
  aColumn: usize,
  bRow: usize,
  bColumn: usize,
  m: usize,
  n: usize,
  k: usize,
): void {
  matmul<f64>(c, a, b, accumulate, aRow, aColumn, bRow, bColumn, m, n, k)
}

export function addBias_f64(y: usize, bias: usize, rows: usize, columns: usize): void {
  addBias<f64>(y, bias, rows, columns)
}

export function columnSums_f64(out: usize, x: usize, rows: usize, columns: usize): void {
  columnSums<f64>(out, x, rows, columns)
}

export function exp_f64(y: usize, x: usize, length: usize): void {
  exp<f64>(y, x, length)
}

export function tanh_f64(y: usize, x: usize, length: usize): void {
  tanh<f64>(y, x, length)
}

export function tanhBackward_f64(dx: usize, dy: usize, y: usize, length: usize): void {
  tanhBackward<f64>(dx, dy, y, length)
}

export function sigmoid_f64(y: usize, x: usize, length: usize): void {
  sigmoid<f64>(y, x, length)
}

export function sigmoidBackward_f64(dx: usize, dy: usize, y: usize, length: usize): void {
  sigmoidBackward<f64>(dx, dy, y, length)
}

export function relu_f64(y: usize, x: usize, length: usize): void {
  relu<f64>(y, x, length)
}

export function reluBackward_f64(dx: usize, dy: usize, x: usize, length: usize): void {
  reluBackward<f64>(dx, dy, x, length)
}

export function lwta_f64(y: usize, x: usize, block: usize, length: usize): void {
  lwta<f64>(y, x, block, length)
}

export function lwtaBackward_f64(
  dx: usize,
  dy: usize,
  x: usize,
  block: usize,
  length: usize,
): void {
  lwtaBackward<f64>(dx, dy, x, block, length)
}

export function highwayGate_f64(y: usize, h: usize, t: usize, x: usize, length: usize): void {
  highwayGate<f64>(y, h, t, x, length)
}

export function highwayGateBackward_f64(
  dh: usize,
  dt: usize,
  carry: usize,
  dy: usize,
  h: usize,
  t: usize,
  x: usize,
  length: usize,
): void {
  highwayGateBackward<f64>(dh, dt, carry, dy, h, t, x, length)
}

export function softmax_f64(
  p: usize,
  logits: usize,
  active: usize,
  rows: usize,
  classes: usize,
): void {
  softmax<f64>(p, logits, active, rows, classes)
}

export function softmaxCrossEntropy_f64(
  dlogits: usize,
  losses: usize,
  logits: usize,
  labels: usize,
  active: usize,
  rows: usize,
  classes: usize,
): void {
  softmaxCrossEntropy<f64>(dlogits, losses, logits, labels, active, rows, classes)
}

export function squaredNorm_f64(x: usize, length: usize): f64 {
  return squaredNorm<f64>(x, length)
}

export function fill_f64(x: usize, value: f64, length: usize): void {
  fill<f64>(x, value, length)
}

export function fillUniform_f64(x: usize, low: f64, high: f64, length: usize): void {
  fillUniform<f64>(x, low, high, length)
}

export function add_f64(y: usize, x: usize, length: usize): void {
  add<f64>(y, x, length)
}

export function scale_f64(x: usize, s: f64, length: usize): void {
  scale<f64>(x, s, length)
}

export function addScaled_f64(y: usize, x: usize, s: f64, length: usize): void {
  addScaled<f64>(y, x, s, length)
}

export function sgd_f64(w: usize, g: usize, learningRate: f64, length: usize): void {
  sgd<f64>(w, g, learningRate, length)
}

export function heavyBall_f64(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  heavyBall<f64>(w, v, g, learningRate, momentum, length)
}

export function nesterov_f64(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  nesterov<f64>(w, v, g, learningRate, momentum, length)
}

export function nesterovRateInVelocity_f64(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  nesterovRateInVelocity<f64>(w, v, g, learningRate, momentum, length)
}

export function adam_f64(
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
  adam<f64>(w, m, v, g, learningRate, beta1, beta2, epsilon, correction1, correction2, length)
}

export function smoothFields_f64(
  out: usize,
  fields: usize,
  taps: usize,
  amplitude: f64,
  count: usize,
  side: usize,
  radius: usize,
): void {
  smoothFields<f64>(out, fields, taps, amplitude, count, side, radius)
}

export function warp_f64(
  out: usize,
  images: usize,
  affine: usize,
  displacement: usize,
  count: usize,
  side: usize,
): void {
  warp<f64>(out, images, affine, displacement, count, side)
}
