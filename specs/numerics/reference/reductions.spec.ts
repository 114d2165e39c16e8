import { describe, expect, it } from 'vitest'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { roundings } from '../../../src/numerics/rounding.ts'
import { namedStream } from '../../../src/numerics/stream.ts'

describe.each(['f32', 'f64'] as const)('rows and reductions in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const r = roundings[dtype]
  const random = (name: string, length: number) => {
    const x = b.reals(length)
    b.fillUniform(x, namedStream(name).state, -1, 1, length)
    return x
  }

  it('adds the bias to every row', () => {
    const y = random('y', 6)
    const bias = random('bias', 3)
    const expected = y.map((v, i) => r(v + bias[i % 3]))
    b.addBias(y, bias, 2, 3)
    expect(y).toEqual(expected)
  })

  it('sums columns over rows ascending from +0, whatever the output held', () => {
    const x = random('x', 15)
    const out = b.reals(3).fill(Number.NaN)
    b.columnSums(out, x, 5, 3)
    for (const j of [0, 1, 2]) {
      let sum = 0
      for (let i = 0; i < 5; i++) sum = r(sum + x[i * 3 + j])
      expect(out[j]).toBe(sum)
    }
  })

  it('gives column sums of +0 for no rows', () => {
    const out = b.reals(2).fill(5)
    b.columnSums(out, b.reals(0), 0, 2)
    expect([...out]).toEqual([0, 0])
  })

  it.each([0, 1, 3, 4, 7, 4095, 4096, 4097, 9001])(
    'squares %i elements in float64, four sums a block of 4096',
    (length) => {
      const x = random('x', length + 1)
      let total = 0
      for (let start = 0; start < length; start += 4096) {
        const part = [...x.subarray(start, Math.min(length, start + 4096))]
        const [s0, s1, s2, s3] = [0, 1, 2, 3].map((lane) =>
          part.filter((_, i) => i % 4 === lane).reduce((s, v) => s + v * v, 0),
        )
        total += s0 + s2 + (s1 + s3)
      }
      expect(b.squaredNorm(x, length)).toBe(total)
    },
  )

  it('overflows in float64 only, and lets NaN through', () => {
    expect(b.squaredNorm(b.reals(1).fill(1e38), 1)).toBe(r(1e38) * r(1e38))
    expect(b.squaredNorm(b.reals(2).fill(Number.NaN, 1), 2)).toBeNaN()
  })
})
