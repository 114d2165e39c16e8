import { describe, expect, it } from 'vitest'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'

describe.each(['f32', 'f64'] as const)('local winner-take-all in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const reals = (...values: number[]) => {
    const x = b.reals(values.length)
    x.set(values)
    return x
  }
  const lwta = (block: number, ...x: number[]) => {
    const y = reals(...x)
    b.lwta(y, y, block, x.length)
    return [...y]
  }

  it('passes the largest of each block and clears the others, negative winners included', () => {
    expect(lwta(2, 1, 2, -3, -1)).toEqual([0, 2, 0, -1])
    expect(lwta(3, 1, 5, 4)).toEqual([0, 5, 0])
  })

  it('gives a tie to the lowest index, and -0 ties with +0', () => {
    expect(lwta(2, 4, 4)).toEqual([4, 0])
    expect(lwta(2, -0, 0)).toEqual([-0, 0])
    expect(lwta(3, 0, 7, 7)).toEqual([0, 7, 0])
  })

  it('lets the first NaN win over every number', () => {
    expect(lwta(2, Infinity, Number.NaN)).toEqual([0, Number.NaN])
    expect(lwta(3, Number.NaN, 1, Number.NaN)).toEqual([Number.NaN, 0, 0])
  })

  it('sends the gradient to the winner of the pre-activations', () => {
    const dx = b.reals(6)
    b.lwtaBackward(dx, reals(1, 2, 3, 4, 5, 6), reals(3, 3, -2, -1, 1, Number.NaN), 2, 6)
    expect([...dx]).toEqual([1, 0, 0, 4, 0, 6])
  })

  it('may write the gradient over dy or over x', () => {
    const dy = reals(1, 2)
    b.lwtaBackward(dy, dy, reals(0, 1), 2, 2)
    expect([...dy]).toEqual([0, 2])
    const x = reals(0, 1)
    b.lwtaBackward(x, reals(1, 2), x, 2, 2)
    expect([...x]).toEqual([0, 2])
  })
})
