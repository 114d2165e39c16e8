// The kernels for float32: pointers are byte offsets, sizes and strides count elements.
// f64.ts is this file with the other dtype.

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

export function matmul_f32(
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
  matmul<f32>(c, a, b, accumulate, aRow, aColumn, bRow, bColumn, m, n, k)
}

export function addBias_f32(y: usize, bias: usize, rows: usize, columns: usize): void {
  addBias<f32>(y, bias, rows, columns)
}

export function columnSums_f32(out: usize, x: usize, rows: usize, columns: usize): void {
  columnSums<f32>(out, x, rows, columns)
}

export function exp_f32(y: usize, x: usize, length: usize): void {
  exp<f32>(y, x, length)
}

export function tanh_f32(y: usize, x: usize, length: usize): void {
  tanh<f32>(y, x, length)
}

export function tanhBackward_f32(dx: usize, dy: usize, y: usize, length: usize): void {
  tanhBackward<f32>(dx, dy, y, length)
}

export function sigmoid_f32(y: usize, x: usize, length: usize): void {
  sigmoid<f32>(y, x, length)
}

export function sigmoidBackward_f32(dx: usize, dy: usize, y: usize, length: usize): void {
  sigmoidBackward<f32>(dx, dy, y, length)
}

export function relu_f32(y: usize, x: usize, length: usize): void {
  relu<f32>(y, x, length)
}

export function reluBackward_f32(dx: usize, dy: usize, x: usize, length: usize): void {
  reluBackward<f32>(dx, dy, x, length)
}

export function lwta_f32(y: usize, x: usize, block: usize, length: usize): void {
  lwta<f32>(y, x, block, length)
}

export function lwtaBackward_f32(
  dx: usize,
  dy: usize,
  x: usize,
  block: usize,
  length: usize,
): void {
  lwtaBackward<f32>(dx, dy, x, block, length)
}

export function highwayGate_f32(y: usize, h: usize, t: usize, x: usize, length: usize): void {
  highwayGate<f32>(y, h, t, x, length)
}

export function highwayGateBackward_f32(
  dh: usize,
  dt: usize,
  carry: usize,
  dy: usize,
  h: usize,
  t: usize,
  x: usize,
  length: usize,
): void {
  highwayGateBackward<f32>(dh, dt, carry, dy, h, t, x, length)
}

export function softmax_f32(
  p: usize,
  logits: usize,
  active: usize,
  rows: usize,
  classes: usize,
): void {
  softmax<f32>(p, logits, active, rows, classes)
}

export function softmaxCrossEntropy_f32(
  dlogits: usize,
  losses: usize,
  logits: usize,
  labels: usize,
  active: usize,
  rows: usize,
  classes: usize,
): void {
  softmaxCrossEntropy<f32>(dlogits, losses, logits, labels, active, rows, classes)
}

export function squaredNorm_f32(x: usize, length: usize): f64 {
  return squaredNorm<f32>(x, length)
}

export function fill_f32(x: usize, value: f64, length: usize): void {
  fill<f32>(x, value, length)
}

export function fillUniform_f32(x: usize, low: f64, high: f64, length: usize): void {
  fillUniform<f32>(x, low, high, length)
}

export function add_f32(y: usize, x: usize, length: usize): void {
  add<f32>(y, x, length)
}

export function scale_f32(x: usize, s: f64, length: usize): void {
  scale<f32>(x, s, length)
}

export function addScaled_f32(y: usize, x: usize, s: f64, length: usize): void {
  addScaled<f32>(y, x, s, length)
}

export function sgd_f32(w: usize, g: usize, learningRate: f64, length: usize): void {
  sgd<f32>(w, g, learningRate, length)
}

export function heavyBall_f32(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  heavyBall<f32>(w, v, g, learningRate, momentum, length)
}

export function nesterov_f32(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  nesterov<f32>(w, v, g, learningRate, momentum, length)
}

export function nesterovRateInVelocity_f32(
  w: usize,
  v: usize,
  g: usize,
  learningRate: f64,
  momentum: f64,
  length: usize,
): void {
  nesterovRateInVelocity<f32>(w, v, g, learningRate, momentum, length)
}

export function adam_f32(
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
  adam<f32>(w, m, v, g, learningRate, beta1, beta2, epsilon, correction1, correction2, length)
}

export function smoothFields_f32(
  out: usize,
  fields: usize,
  taps: usize,
  amplitude: f64,
  count: usize,
  side: usize,
  radius: usize,
): void {
  smoothFields<f32>(out, fields, taps, amplitude, count, side, radius)
}

export function warp_f32(
  out: usize,
  images: usize,
  affine: usize,
  displacement: usize,
  count: usize,
  side: usize,
): void {
  warp<f32>(out, images, affine, displacement, count, side)
}
