import { expect, it } from 'vitest'
import type { Config, Paper } from '../../../src/papers/paper.ts'
import { type RecordedRun, recordedRun } from '../recording/recorded-run.ts'

const lambda = 0.03
/** Biases start at zero: this rate moves them to where a decay would show. */
const visible = { weightDecay: lambda, learningRate: 0.1, clipNorm: 1e9 }

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

export function decay(paper: Paper): void {
  const keys = paper.config.shape
  const holds = (what: string, given: Config, ofWeights: number, ofBiases: number) =>
    it(`weight decay adds lambda w to the gradient of ${what}`, async () => {
      const run = await recordedRun(paper, { config: { ...visible, ...given } })
      const expected = run.tensors.map(({ name, shape }) => [
        name,
        shape.length > 1 ? ofWeights : ofBiases,
      ])
      expect(decays(run), 'decay by tensor').toEqual(Object.fromEntries(expected))
    })
  if (!('weightDecay' in keys)) holds('nothing', {}, 0, 0)
  else if (!('decayBiases' in keys)) holds('weights alone', {}, lambda, 0)
  else {
    holds('weights and biases, with decayBiases', { decayBiases: true }, lambda, lambda)
    holds('weights alone, without decayBiases', { decayBiases: false }, lambda, 0)
  }
}
