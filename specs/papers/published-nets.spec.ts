import { expect, it } from 'vitest'
import { parameterCount } from '../../src/nn/network.ts'
import { papers } from '../../src/papers/index.ts'
import { resolveConfig } from '../../src/run/resolve.ts'

it.each([
  ['mnist-deep-mlp', 'deformed', 535_818],
  ['mcdnn-image-bench', 'column', 1_593_210],
])(
  '%s: the headline net has as many weights as the reference reports',
  async (slug, arm, count) => {
    const paper = papers.find((one) => one.slug === slug)!
    const { parts } = await paper.load()
    expect(parameterCount(parts(resolveConfig(paper, 'headline', arm, {})).layers)).toBe(count)
  },
)
