import { describe, expect, it } from 'vitest'
import { parameterCount } from '../../../src/nn/network.ts'
import { column } from '../../../src/papers/mcdnn-image-bench/model.ts'
import { deepMlp } from '../../../src/papers/mnist-deep-mlp/model.ts'
import { netsBehind } from './forward-by-hand.ts'
import { recordedRun } from './recorded-run.ts'

const highwayBlock = 'tanh, with blocks y = H T + x (1 - T)'

describe('an arm’s net computes what its name says', () => {
  it.each([
    ['mnist-deep-mlp', 'deformed', {}, 'tanh'],
    ['mnist-deep-mlp', 'undeformed', {}, 'tanh'],
    ['mcdnn-image-bench', 'column', {}, 'ReLU'],
    ['compete-to-compute', 'relu', {}, 'ReLU'],
    ['compete-to-compute', 'lwta', { blockSize: 2 }, 'winners of blocks of 2'],
    ['compete-to-compute', 'lwta', { blockSize: 4 }, 'winners of blocks of 4'],
    ['highway-networks', 'plain', {}, 'tanh'],
    ['highway-networks', 'highway', {}, highwayBlock],
    ['highway-networks', 'highway', { gateBias: 2 }, highwayBlock],
  ] as const)('%s, %s, %o: %s', async (slug, arm, given, net) => {
    const config = { hiddenWidths: '8-4', ...given }
    const found = netsBehind(await recordedRun(slug, { arm, config }))
    // Without blocks, nothing tells the kinds of block apart.
    const kinds = net === 'tanh' ? found.map((name) => name.replace(/, with blocks.*/, '')) : found
    expect([...new Set(kinds)], 'nets that give these logits').toEqual([net])
  })
})

describe('a perceptron has the layers that its widths say', () => {
  it.each([
    ['mnist-deep-mlp', 'deformed'],
    ['mcdnn-image-bench', 'column'],
    ['compete-to-compute', 'relu'],
  ])('%s', async (slug, arm) => {
    const { result } = await recordedRun(slug, { arm, config: { hiddenWidths: '8-6-4' } })
    const weights = result.parameters.filter(({ name }) => name.endsWith('weight'))
    const shapes = weights.map(({ shape }) => shape.join(' x '))
    expect(shapes).toEqual(['784 x 8', '8 x 6', '6 x 4', '4 x 10'])
  })

  it('as many weights as the reference reports for its nets', () => {
    expect(parameterCount(deepMlp(784, [512, 256], 10))).toBe(535_818)
    expect(parameterCount(column(784, [800, 800, 400], 10))).toBe(1_593_210)
  })
})
