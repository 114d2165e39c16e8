/**
 * The kernels that work on one linear memory, in the order of their numbers: a call is such a number,
 * and its operands lie in a box. src/kernels/call.ts and src/kernels/native keep the same order.
 */
export const operations = [
  'matmul',
  'addBias',
  'columnSums',
  'exp',
  'tanh',
  'tanhBackward',
  'sigmoid',
  'sigmoidBackward',
  'relu',
  'reluBackward',
  'lwta',
  'lwtaBackward',
  'highwayGate',
  'highwayGateBackward',
  'softmax',
  'softmaxCrossEntropy',
  'squaredBlocks',
  'fill',
  'fillUniform',
  'add',
  'scale',
  'addScaled',
  'sgd',
  'heavyBall',
  'nesterov',
  'nesterovRateInVelocity',
  'adam',
  'smoothFields',
  'warp',
  'lookUp',
] as const

export type Operation = (typeof operations)[number]

/** The number of each operation. */
export const numberOf = Object.fromEntries(operations.map((name, i) => [name, i])) as Readonly<
  Record<Operation, number>
>

/** Operands that a box has room for. */
export const boxLength = 12

/** Runs operation number `operation` on the operands in this thread's box. */
export type Run = (operation: number) => void
