import { activation, type Layer } from '../layer.ts'

/**
 * Local winner-take-all (Srivastava et al. 2013, sec. 3): of each block of `block` neighbours only
 * the largest passes, and only it gets gradient. `width` is a multiple of `block`.
 */
export function lwta(width: number, block: number): Layer {
  if (width % block !== 0)
    throw new RangeError(`LWTA: a width of ${width} is no multiple of the block of ${block}`)
  return {
    ...activation('lwta', width),

    forward(b, { y, x, rows }) {
      b.lwta(y, x, block, rows * width)
    },

    backward(b, { dx, dy, x, rows }) {
      if (dx) b.lwtaBackward(dx, dy, x, block, rows * width)
    },

    decisions: ({ x, rows }) =>
      Uint8Array.from({ length: (rows * width) / block }, (_, at) => {
        const from = at * block
        let winner = 0
        for (let j = 1; j < block; j++) if (x[from + j] > x[from + winner]) winner = j
        return winner
      }),
  }
}

/** The small case that the gradient contract checks. */
export const gradientExample = () => lwta(6, 2)
