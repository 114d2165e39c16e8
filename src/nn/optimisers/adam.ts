import type { OptimiserFactory } from '../optimiser.ts'

export interface AdamSettings {
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
}

/** Adam (Kingma and Ba 2015, algorithm 1); the powers of the betas are running products. */
export function adam({ beta1, beta2, epsilon }: AdamSettings): OptimiserFactory {
  return (b, length) => {
    const m = b.reals(length)
    const v = b.reals(length)
    let power1 = 1
    let power2 = 1
    return {
      name: 'adam',
      step(w, g, learningRate) {
        power1 *= beta1
        power2 *= beta2
        const correction1 = 1 - power1
        const correction2 = 1 - power2
        b.adam(w, m, v, g, learningRate, beta1, beta2, epsilon, correction1, correction2, length)
      },
    }
  }
}
