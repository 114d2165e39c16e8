import { describe, expect, it } from 'vitest'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { roundings } from '../../../src/numerics/rounding.ts'
import { namedStream } from '../../../src/numerics/stream.ts'

describe.each(['f32', 'f64'] as const)('fills and sums in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const r = roundings[dtype]
  const reals = (...values: number[]) => {
    const x = b.reals(values.length)
    x.set(values)
    return x
  }

  it('adds, scales and adds a multiple, with the scalar rounded once on entry', () => {
    const [x, y] = [reals(0.1, -0.7), reals(0.3, 1e-9)]
    const [sum, scaled, multiple] = [y.slice(), x.slice(), y.slice()]
    b.add(sum, x, 2)
    b.scale(scaled, 0.1, 2)
    b.addScaled(multiple, x, 0.1, 2)
    for (const i of [0, 1]) {
      expect(sum[i]).toBe(r(y[i] + x[i]))
      expect(scaled[i]).toBe(r(r(0.1) * x[i]))
      expect(multiple[i]).toBe(r(y[i] + r(r(0.1) * x[i])))
    }
  })

  it('fills with the rounded value, -0 included', () => {
    const x = b.reals(3)
    b.fill(x, 0.1, 2)
    expect([...x]).toEqual([r(0.1), r(0.1), 0])
    b.fill(x, -0, 3)
    expect([...x]).toEqual([-0, -0, -0])
  })

  it('fills uniformly in order: low + (high - low) u in float64, rounded once', () => {
    const x = b.reals(50)
    const stream = namedStream('uniform')
    const draws = namedStream('uniform')
    b.fillUniform(x, stream.state, -0.1, 0.3, 50)
    for (let i = 0; i < 50; i++) expect(x[i]).toBe(r(-0.1 + (0.3 - -0.1) * draws.next()))
    expect(stream.state).toEqual(draws.state)
  })

  it('continues the stream from fill to fill', () => {
    const [whole, parts] = [b.reals(9), b.reals(9)]
    b.fillUniform(whole, namedStream('parts').state, 0, 1, 9)
    const { state } = namedStream('parts')
    b.fillUniform(parts, state, 0, 1, 4)
    b.fillUniform(parts.subarray(4), state, 0, 1, 5)
    expect(parts).toEqual(whole)
  })
})

it('hands out zeroed memory of the dtype', () => {
  const [single, double] = [createReferenceBackend('f32'), createReferenceBackend('f64')]
  expect(single.reals(2)).toEqual(new Float32Array(2))
  expect(double.reals(2)).toEqual(new Float64Array(2))
  expect(single.doubles(1)).toEqual(new Float64Array(1))
  expect(single.indices(1)).toEqual(new Int32Array(1))
  expect(single.bytes(1)).toEqual(new Uint8Array(1))
  expect([single.name, single.dtype, double.dtype]).toEqual(['reference', 'f32', 'f64'])
})
