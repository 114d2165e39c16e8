import { describe, expect, it } from 'vitest'
import {
  constant,
  fanInUniform,
  glorotUniform,
  heNormal,
  type Initialiser,
  zeros,
} from '../../src/nn/initialisers.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'

const b = createReferenceBackend('f32')
const shape = [120, 80]
const size = shape[0] * shape[1]

function drawn(initialise: Initialiser) {
  const x = b.reals(size)
  initialise(b, x, shape, namedStream('initialiser spec'))
  const mean = [...x].reduce((sum, value) => sum + value, 0) / size
  const variance = [...x].reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / size
  const largest = [...x].reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return { mean, deviation: Math.sqrt(variance), largest }
}

// Statistics of 9,600 draws lie within 3 % of what they estimate (four standard errors).
const near = 0.03

describe('initialisers draw from the distribution they are named after', () => {
  it.each([
    ['Glorot uniform: limit sqrt(6 / (fanIn + fanOut))', glorotUniform, Math.sqrt(6 / 200)],
    ['uniform by fan-in: limit 1 / sqrt(fanIn)', fanInUniform, 1 / Math.sqrt(120)],
  ])('%s', (_, initialise, limit) => {
    const { mean, deviation, largest } = drawn(initialise)
    expect(largest).toBeLessThanOrEqual(Math.fround(limit))
    expect(largest).toBeGreaterThan(limit * (1 - near))
    expect(Math.abs(mean)).toBeLessThan(limit * near)
    expect(Math.abs(deviation / (limit / Math.sqrt(3)) - 1)).toBeLessThan(near)
  })

  it('He normal: standard deviation sqrt(2 / fanIn), and normal tails', () => {
    const expected = Math.sqrt(2 / 120)
    const { mean, deviation, largest } = drawn(heNormal)
    expect(Math.abs(mean)).toBeLessThan(expected * 0.05)
    expect(Math.abs(deviation / expected - 1)).toBeLessThan(near)
    expect(largest / expected).toBeGreaterThan(3)
    expect(largest / expected).toBeLessThan(6)
  })

  it('constants draw nothing from their stream', () => {
    const stream = namedStream('initialiser spec')
    const x = b.reals(3).fill(9)
    constant(-2)(b, x, [3], stream)
    expect([...x]).toEqual([-2, -2, -2])
    zeros(b, x, [3], stream)
    expect([...x]).toEqual([0, 0, 0])
    expect(stream.state).toEqual(namedStream('initialiser spec').state)
  })
})
