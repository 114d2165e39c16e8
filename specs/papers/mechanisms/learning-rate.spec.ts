import { describe, expect, it } from 'vitest'
import { byEpoch, recordedRun } from './recorded-run.ts'

/** The rate of each epoch, all of whose updates have the same. */
async function rates(slug: string, config: Record<string, number>): Promise<number[]> {
  const { updates } = await recordedRun(slug, { config })
  return byEpoch(updates).map((some, i) => {
    expect(new Set(some.map(({ rate }) => rate)).size, `rates in epoch ${i + 1}`).toBe(1)
    return some[0].rate
  })
}

describe('the learning rate of each epoch', () => {
  it('mnist-deep-mlp: starts at learningRate, and falls after each by a repeated product', async () => {
    const [learningRate, learningRateDecay] = [0.05, 0.95]
    const expected = [learningRate]
    for (let epoch = 2; epoch <= 9; epoch++) expected.push(expected[epoch - 2] * learningRateDecay)
    const found = await rates('mnist-deep-mlp', { learningRate, learningRateDecay, epochs: 9 })
    expect(found).toEqual(expected)
    const powers = expected.map((_, i) => learningRate * learningRateDecay ** i)
    expect(found, 'a power would have other bits').not.toEqual(powers)
  })

  it.each([1, 2, 4, 5])('mcdnn-image-bench: drops once, in epoch %i', async (dropEpoch) => {
    const [learningRate, laterLearningRate, epochs] = [0.05, 0.01, 4]
    const config = { learningRate, laterLearningRate, epochs, dropEpoch }
    const expected = [1, 2, 3, 4].map((epoch) =>
      epoch >= dropEpoch ? laterLearningRate : learningRate,
    )
    expect(await rates('mcdnn-image-bench', config)).toEqual(expected)
  })

  it.each([
    ['compete-to-compute', { learningRate: 0.07, epochsPerTask: 2 }],
    ['highway-networks', { learningRate: 0.07, epochs: 4 }],
  ])('%s: is the same throughout', async (slug, config) => {
    expect(await rates(slug, config)).toEqual([0.07, 0.07, 0.07, 0.07])
  })
})
