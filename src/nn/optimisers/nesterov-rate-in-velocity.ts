import type { OptimiserFactory } from '../optimiser.ts'

/**
 * Nesterov's momentum, the rate inside v: v <- mu v - lr g, w <- w + mu v - lr g. It differs from
 * `nesterov` when the rate changes: the velocity remembers the old rate.
 */
export function nesterovRateInVelocity(momentum: number): OptimiserFactory {
  return (b, length) => {
    const v = b.reals(length)
    return {
      name: 'nesterov-rate-in-velocity',
      step: (w, g, learningRate) =>
        b.nesterovRateInVelocity(w, v, g, learningRate, momentum, length),
    }
  }
}
