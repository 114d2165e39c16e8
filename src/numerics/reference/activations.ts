import type { Kernels } from '../backend.ts'
import type { ElementaryFunctions } from '../functions/index.ts'
import type { Rounding } from '../rounding.ts'

type ActivationKernels = Pick<
  Kernels,
  'exp' | 'tanh' | 'tanhBackward' | 'sigmoid' | 'sigmoidBackward' | 'relu' | 'reluBackward'
>

export function activationKernels(
  r: Rounding,
  { exp, tanh, sigmoid }: ElementaryFunctions,
): ActivationKernels {
  return {
    exp(y, x, length) {
      for (let i = 0; i < length; i++) y[i] = exp(x[i])
    },

    tanh(y, x, length) {
      for (let i = 0; i < length; i++) y[i] = tanh(x[i])
    },
    tanhBackward(dx, dy, y, length) {
      for (let i = 0; i < length; i++) dx[i] = r(dy[i] * r(1 - r(y[i] * y[i])))
    },

    sigmoid(y, x, length) {
      for (let i = 0; i < length; i++) y[i] = sigmoid(x[i])
    },
    sigmoidBackward(dx, dy, y, length) {
      for (let i = 0; i < length; i++) dx[i] = r(dy[i] * r(y[i] * r(1 - y[i])))
    },

    relu(y, x, length) {
      // Not Math.max(x, 0): that gives +0 for -0, which passes here.
      for (let i = 0; i < length; i++) y[i] = x[i] < 0 ? 0 : x[i]
    },
    reluBackward(dx, dy, x, length) {
      for (let i = 0; i < length; i++) dx[i] = x[i] > 0 ? dy[i] : 0
    },
  }
}
