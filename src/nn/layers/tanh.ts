import { activation, type Layer } from '../layer.ts'

/** y = tanh x; dx = dy (1 - y^2). */
export function tanh(width: number): Layer {
  return {
    ...activation('tanh', width),

    forward(b, { y, x, rows }) {
      b.tanh(y, x, rows * width)
    },

    backward(b, { dx, dy, y, rows }) {
      if (dx) b.tanhBackward(dx, dy, y, rows * width)
    },
  }
}

/** The small case that the gradient contract checks. */
export const gradientExample = () => tanh(6)
