import { describe, expect, it } from 'vitest'
import { resolveConfig } from '../../../src/run/resolve.ts'
import { papersWith } from '../arms.ts'
import { recordedRun } from '../recording/recorded-run.ts'

const short = { trainImages: 16, testImages: 4, epochs: 1 }

describe.each(papersWith('highway-gate'))('$slug', ({ paper, declared }) => {
  it.each(Object.entries(paper.arms))(
    'arm %s is as deep as it is called',
    async (arm, { label }) => {
      const depth = Number(/, depth (\d+)$/.exec(label)?.[1])
      const whole = { depth: resolveConfig(paper, 'headline', arm, {}).depth }
      const { tensors } = await recordedRun(paper, { arm, config: { ...short, ...whole } })
      const layers = new Set(tensors.map(({ name }) => name.split('.').slice(0, 2).join('.')))
      const kinds = [...layers].map((layer) => layer.split('.')[1])
      const block = label.startsWith('highway') ? declared.layer : 'dense'
      expect(kinds).toEqual(['dense', ...Array(depth).fill(block), 'dense'])
    },
  )

  it('all blocks are of one width, between the pixels and the ten digits', async () => {
    const { tensors } = await recordedRun(paper, { config: { ...short, width: 7, depth: 2 } })
    const weights = tensors.filter(({ shape }) => shape.length === 2)
    const shapes = weights.map(({ shape }) => shape.join(' x '))
    expect(shapes).toEqual(['784 x 7', '7 x 7', '7 x 7', '7 x 7', '7 x 7', '7 x 10'])
  })
})
