import { activation, type Layer } from '../layer.ts'

/** y = 1 / (1 + e^-x); dx = dy y (1 - y). */
export function sigmoid(width: number): Layer {
  return {
    ...activation('sigmoid', width),

    forward(b, { y, x, rows }) {
      b.sigmoid(y, x, rows * width)
    },

    backward(b, { dx, dy, y, rows }) {
      if (dx) b.sigmoidBackward(dx, dy, y, rows * width)
    },
  }
}

/** The small case that the gradient contract checks. */
export const gradientExample = () => sigmoid(6)
