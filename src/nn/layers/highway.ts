import { affine, affineGradients, affineInputGradient } from '../affine-map.ts'
import { constant, fanInUniform, type Initialiser, zeros } from '../initialisers.ts'
import type { Layer } from '../layer.ts'

/**
 * A highway layer (Srivastava, Greff, Schmidhuber 2015, eq. 3):
 * y = H(x) T(x) + x (1 - T(x)), with H = tanh(x W_H + b_H) and T = sigmoid(x W_T + b_T).
 * A negative `gateBias` starts the layer out as a copy of its input (eq. 4: T = 0 gives y = x).
 */
export function highway(width: number, initialise: Initialiser, gateBias: number): Layer {
  const size = (rows: number) => rows * width
  return {
    kind: 'highway',
    inputs: width,
    outputs: width,
    parameters: [
      { name: 'weightH', shape: [width, width], initialise, role: 'weight' },
      { name: 'biasH', shape: [width], initialise: zeros, role: 'bias' },
      { name: 'weightT', shape: [width, width], initialise, role: 'weight' },
      { name: 'biasT', shape: [width], initialise: constant(gateBias), role: 'bias' },
    ],
    saved: [width, width],
    scratch: [width, width, width, width],

    forward(b, { y, x, parameters: [weightH, biasH, weightT, biasT], saved: [h, t], rows }) {
      affine(b, h, x, weightH, biasH, rows, width, width)
      b.tanh(h, h, size(rows))
      affine(b, t, x, weightT, biasT, rows, width, width)
      b.sigmoid(t, t, size(rows))
      b.highwayGate(y, h, t, x, size(rows))
    },

    backward(b, pass) {
      const { dx, dy, x, rows } = pass
      const [weightH, , weightT] = pass.parameters
      const [dWeightH, dBiasH, dWeightT, dBiasT] = pass.gradients
      const [h, t] = pass.saved
      const [dh, dt, path, spare] = pass.scratch
      const carry = dx ?? spare
      b.highwayGateBackward(dh, dt, carry, dy, h, t, x, size(rows))
      b.tanhBackward(dh, dh, h, size(rows))
      b.sigmoidBackward(dt, dt, t, size(rows))
      affineGradients(b, dWeightH, dBiasH, x, dh, rows, width, width)
      affineGradients(b, dWeightT, dBiasT, x, dt, rows, width, width)
      if (!dx) return
      affineInputGradient(b, path, dt, weightT, rows, width, width)
      b.add(dx, path, size(rows))
      affineInputGradient(b, path, dh, weightH, rows, width, width)
      b.add(dx, path, size(rows))
    },
  }
}

/** The small case that the gradient contract checks. */
export const gradientExample = () => highway(5, fanInUniform, -1)
