import { describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { kernelsDigest } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import type { Job } from '../../src/records/record.ts'
import { madeFromOf } from '../../src/run/made-from.ts'

const dataset = drawStrokes({ train: 10, test: 10 })
const jobOf = (paper: string): Job => ({
  paper,
  preset: 'quick',
  dataset: 'strokes',
  arm: 'any',
  seed: 0,
  overrides: {},
})

describe('what a result was made from', () => {
  it('is the dataset, the kernels and the source of the paper', () => {
    const made = madeFromOf(dataset, 'wasm')(jobOf('mnist-deep-mlp'))
    expect(made).toMatchObject({ dataset: dataset.digest, kernels: kernelsDigest() })
  })

  it('differs between papers in the source alone, and between backends in the kernels alone', () => {
    const of = madeFromOf(dataset, 'wasm')
    const sources = papers.map(({ slug }) => of(jobOf(slug)).source)
    expect(new Set(sources).size).toBe(papers.length)
    const [wasm, reference] = (['wasm', 'reference'] as const).map((backend) =>
      madeFromOf(dataset, backend)(jobOf('highway-networks')),
    )
    expect(reference).toEqual({ ...wasm, kernels: reference.kernels })
    expect(reference.kernels).not.toBe(wasm.kernels)
  })
})
