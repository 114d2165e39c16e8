import { activation, type Layer } from '../layer.ts'

/** y = x where x > 0, else 0; the gradient passes where x > 0. */
export function relu(width: number): Layer {
  return {
    ...activation('relu', width),

    forward(b, { y, x, rows }) {
      b.relu(y, x, rows * width)
    },

    backward(b, { dx, dy, x, rows }) {
      if (dx) b.reluBackward(dx, dy, x, rows * width)
    },

    decisions: ({ x, rows }) =>
      Uint8Array.from(x.subarray(0, rows * width), (value) => +(value > 0)),
  }
}

/** The small case that the gradient contract checks. */
export const gradientExample = () => relu(6)
