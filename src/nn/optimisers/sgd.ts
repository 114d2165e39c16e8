import type { OptimiserFactory } from '../optimiser.ts'

/** w <- w - lr g. */
export const sgd: OptimiserFactory = (b, length) => ({
  name: 'sgd',
  step: (w, g, learningRate) => b.sgd(w, g, learningRate, length),
})
