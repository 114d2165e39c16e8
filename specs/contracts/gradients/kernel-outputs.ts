import type { KernelName } from '../../../src/numerics/backend.ts'

/** How many of a kernel's first arguments it writes to. */
export const kernelOutputs: Readonly<Record<KernelName, number>> = {
  matmul: 1,
  addBias: 1,
  columnSums: 1,
  exp: 1,
  tanh: 1,
  tanhBackward: 1,
  sigmoid: 1,
  sigmoidBackward: 1,
  relu: 1,
  reluBackward: 1,
  lwta: 1,
  lwtaBackward: 1,
  highwayGate: 1,
  highwayGateBackward: 3,
  softmax: 1,
  softmaxCrossEntropy: 2,
  squaredNorm: 0,
  lookUp: 1,
  fill: 1,
  fillUniform: 1,
  add: 1,
  scale: 1,
  addScaled: 1,
  sgd: 1,
  heavyBall: 2,
  nesterov: 2,
  nesterovRateInVelocity: 2,
  adam: 3,
  smoothFields: 1,
  warp: 1,
}

/** Kernels whose output goes on from what it held: their term is what they add. */
export const accumulating: readonly KernelName[] = ['addBias', 'add', 'addScaled']
