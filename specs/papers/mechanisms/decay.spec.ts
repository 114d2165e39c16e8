import { describe, expect, it } from 'vitest'
import { type RecordedRun, recordedRun } from './recorded-run.ts'

const lambda = 0.03
const none = 0
/** Biases start at zero: this rate moves them to where a decay would show. */
const config = { weightDecay: lambda, learningRate: 0.1, clipNorm: 1e9 }

/** By tensor: the multiple of it that was added to its gradient, the same in every update. */
function decays({ updates, tensorsIn }: RecordedRun): Record<string, number> {
  const steps = updates.map(({ before, gradient, rawGradient }) => ({
    w: tensorsIn(before),
    added: tensorsIn(gradient.map((g, i) => g - rawGradient[i])),
  }))
  const names = Object.keys(steps[0].w)
  return Object.fromEntries(
    names.map((name) => {
      let [product, square] = [0, 0]
      for (const { w, added } of steps)
        w[name].forEach((value, i) => {
          product += value * added[name][i]
          square += value * value
        })
      expect(square, `${name} is zero throughout: nothing could be seen`).toBeGreaterThan(0)
      return [name, Math.round((product / square) * 1e9) / 1e9]
    }),
  )
}

const expected = (found: object, ofWeights: number, ofBiases: number) =>
  Object.fromEntries(
    Object.keys(found).map((name) => [name, /\.bias/.test(name) ? ofBiases : ofWeights]),
  )

describe('weight decay adds lambda w to the gradient', () => {
  it.each([
    ['mnist-deep-mlp', {}, 'weights alone', lambda, none],
    ['mcdnn-image-bench', { decayBiases: true }, 'weights and biases', lambda, lambda],
    ['mcdnn-image-bench', { decayBiases: false }, 'weights alone', lambda, none],
    ['compete-to-compute', {}, 'weights alone', lambda, none],
    ['highway-networks', {}, 'nothing', none, none],
  ] as const)('%s %o: of %s', async (slug, given, _, ofWeights, ofBiases) => {
    const found = decays(await recordedRun(slug, { config: { ...config, ...given } }))
    expect(found, 'decay by tensor').toEqual(expected(found, ofWeights, ofBiases))
  })
})
