import type { Backend, Real } from '../numerics/backend.ts'

/** y = x W + bias, with x rows x inputs and W inputs x outputs. */
export function affine(
  b: Backend,
  y: Real,
  x: Real,
  weight: Real,
  bias: Real,
  rows: number,
  inputs: number,
  outputs: number,
): void {
  b.matmul(y, x, weight, false, inputs, 1, outputs, 1, rows, outputs, inputs)
  b.addBias(y, bias, rows, outputs)
}

/** dW = x^T dy and dbias = column sums of dy, both folds over the batch ascending. */
export function affineGradients(
  b: Backend,
  dWeight: Real,
  dBias: Real,
  x: Real,
  dy: Real,
  rows: number,
  inputs: number,
  outputs: number,
): void {
  b.matmul(dWeight, x, dy, false, 1, inputs, outputs, 1, inputs, outputs, rows)
  b.columnSums(dBias, dy, rows, outputs)
}

/** dx = dy W^T. */
export function affineInputGradient(
  b: Backend,
  dx: Real,
  dy: Real,
  weight: Real,
  rows: number,
  inputs: number,
  outputs: number,
): void {
  b.matmul(dx, dy, weight, false, outputs, 1, 1, outputs, rows, inputs, outputs)
}
