import type { ElementaryFunctions } from '../functions/index.ts'
import type { Rounding } from '../rounding.ts'
import type { activations } from '../table/activations.ts'
import type { KernelsOf } from '../table/kernel.ts'

export function activationKernels(
  r: Rounding,
  { exp, tanh, sigmoid }: ElementaryFunctions,
): KernelsOf<typeof activations> {
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
