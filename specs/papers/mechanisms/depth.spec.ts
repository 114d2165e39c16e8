import { describe, expect, it } from 'vitest'
import { resolveConfig } from '../../../src/run/resolve.ts'
import { netsBehind } from './forward-by-hand.ts'
import { paperOf, recordedRun } from './recorded-run.ts'

const slug = 'highway-networks'
const paper = paperOf(slug)
const short = { trainImages: 16, testImages: 4, epochs: 1 }

describe('highway-networks: an arm is as deep as it is called', () => {
  it.each(Object.entries(paper.arms))('%s', async (arm, { label }) => {
    const [, block, depth] = /^(highway|plain), depth (\d+)$/.exec(label)!
    const whole = { depth: resolveConfig(paper, 'headline', arm, {}).depth }
    const { result } = await recordedRun(slug, { arm, config: { ...short, ...whole } })
    const kinds = result.parameters
      .filter(({ name }) => /weightH?$/.test(name))
      .map(({ name }) => name.split('.')[1])
    const blocks = Array(Number(depth)).fill(block === 'highway' ? 'highway' : 'dense')
    expect(kinds.length - 2, 'blocks between the first and the last layer').toBe(Number(depth))
    expect(kinds).toEqual(['dense', ...blocks, 'dense'])
  })

  it('all blocks are of one width, between the pixels and the ten digits', async () => {
    const { result } = await recordedRun(slug, { config: { ...short, width: 7, depth: 2 } })
    const weights = result.parameters.filter(({ shape }) => shape.length === 2)
    const shapes = weights.map(({ shape }) => shape.join(' x '))
    expect(shapes).toEqual(['784 x 7', '7 x 7', '7 x 7', '7 x 7', '7 x 7', '7 x 10'])
  })
})

describe('highway-networks: a transform gate', () => {
  it('starts at its bias b_T, which is below zero: y is nearly x', async () => {
    const { updates, tensorsIn, config } = await recordedRun(slug, { arm: 'highway' })
    const tensors = tensorsIn(updates[0].before)
    const biases = Object.keys(tensors).filter((name) => name.endsWith('biasT'))
    expect(biases).toHaveLength(Number(config.depth))
    for (const name of biases) expect([...tensors[name]], name).toEqual([-2, -2, -2, -2, -2])
  })

  it.each([
    ['shut (b_T = -800): y = x', -800, 'tanh, with blocks y = x'],
    ['open (b_T = 800): y = H(x)', 800, 'tanh, with blocks y = H'],
  ])('that is %s', async (_, gateBias, net) => {
    const config = { ...short, gateBias }
    const found = netsBehind(await recordedRun(slug, { arm: 'highway', config }))
    expect(found, 'nets that give these logits').toContain(net)
    expect(found, 'nets that give these logits').toHaveLength(2)
  })
})
