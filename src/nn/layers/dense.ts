import { affine, affineGradients, affineInputGradient } from '../affine-map.ts'
import { glorotUniform, type Initialiser, zeros } from '../initialisers.ts'
import type { Layer } from '../layer.ts'

/** y = x W + b. Every input meets every output. */
export function dense(inputs: number, outputs: number, initialise: Initialiser): Layer {
  return {
    kind: 'dense',
    inputs,
    outputs,
    parameters: [
      { name: 'weight', shape: [inputs, outputs], initialise, role: 'weight' },
      { name: 'bias', shape: [outputs], initialise: zeros, role: 'bias' },
    ],
    saved: [],
    scratch: [],

    forward(b, { y, x, parameters: [weight, bias], rows }) {
      affine(b, y, x, weight, bias, rows, inputs, outputs)
    },

    backward(b, { dx, dy, x, parameters: [weight], gradients: [dWeight, dBias], rows }) {
      affineGradients(b, dWeight, dBias, x, dy, rows, inputs, outputs)
      if (dx) affineInputGradient(b, dx, dy, weight, rows, inputs, outputs)
    },
  }
}

/** The small case that the gradient contract checks. */
export const gradientExample = () => dense(5, 4, glorotUniform)
