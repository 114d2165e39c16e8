import { describe, expect, it } from 'vitest'
import { lwta } from '../../src/nn/layers/lwta.ts'
import { relu } from '../../src/nn/layers/relu.ts'

// The gradient check leaves out an entry whose decisions change between its two evaluations: were they
// not those of the forward pass, it would compare across a kink, or not at all.

const passOf = (values: readonly number[], width: number) => {
  const x = Float64Array.from(values)
  return { rows: x.length / width, x, y: x, parameters: [], saved: [] }
}

describe('the decisions of a layer are those of its forward pass', () => {
  it.each([
    [2, 4, [1, 2, 4, 3, 7, 7, -1, 0], [1, 0, 0, 1]],
    [3, 6, [5, 1, 2, 1, 2, 5, 1, 5, 2, 4, 4, 4, 0, 6, 6, -3, -2, -1], [0, 2, 1, 0, 1, 2]],
  ])(
    'LWTA in blocks of %i: the winner of each block, ties to the first',
    (block, width, x, winners) => {
      const layer = lwta(width, block)
      expect([...layer.decisions!(passOf(x, width))]).toEqual(winners)
    },
  )

  it('ReLU: whether an input passes', () => {
    const x = [1, -1, 0, -0, 1e-300, -1e-300]
    expect([...relu(3).decisions!(passOf(x, 3))]).toEqual([1, 0, 0, 0, 1, 0])
  })
})
