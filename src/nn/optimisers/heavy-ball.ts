import type { OptimiserFactory } from '../optimiser.ts'

/** Polyak's momentum: v <- mu v + g, w <- w - lr v. */
export function heavyBall(momentum: number): OptimiserFactory {
  return (b, length) => {
    const v = b.reals(length)
    return {
      name: 'heavy-ball',
      step: (w, g, learningRate) => b.heavyBall(w, v, g, learningRate, momentum, length),
    }
  }
}
