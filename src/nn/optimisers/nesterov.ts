import type { OptimiserFactory } from '../optimiser.ts'

/** Nesterov's momentum, the rate outside v: v <- mu v + g, w <- w - lr (g + mu v). */
export function nesterov(momentum: number): OptimiserFactory {
  return (b, length) => {
    const v = b.reals(length)
    return {
      name: 'nesterov',
      step: (w, g, learningRate) => b.nesterov(w, v, g, learningRate, momentum, length),
    }
  }
}
