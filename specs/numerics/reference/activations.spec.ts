import { describe, expect, it } from 'vitest'
import { elementaryFunctions } from '../../../src/numerics/functions/index.ts'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { roundings } from '../../../src/numerics/rounding.ts'
import { namedStream } from '../../../src/numerics/stream.ts'

describe.each(['f32', 'f64'] as const)('activations in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const r = roundings[dtype]
  const reals = (...values: number[]) => {
    const x = b.reals(values.length)
    x.set(values)
    return x
  }

  it('apply the elementary functions elementwise, in place as well', () => {
    for (const name of ['exp', 'tanh', 'sigmoid'] as const) {
      const x = reals(-1.5, -0, 0.1, 0.7, 3)
      const expected = x.map(elementaryFunctions[dtype][name])
      b[name](x, x, 5)
      expect(x).toEqual(expected)
    }
  })

  it('touch no more than length elements', () => {
    const y = reals(7, 7, 7)
    b.relu(y, reals(1, 2, 3), 2)
    expect([...y]).toEqual([1, 2, 7])
  })

  // Enough values that leaving out one rounding shows in some of them.
  const random = (name: string) => {
    const x = b.reals(100)
    b.fillUniform(x, namedStream(name).state, -1, 1, 100)
    return x
  }
  const [dy, y] = [random('dy'), random('y')]

  it('tanhBackward: dx = dy (1 - y^2), rounded after every operation', () => {
    const dx = b.reals(100)
    b.tanhBackward(dx, dy, y, 100)
    expect(dx).toEqual(dy.map((d, i) => r(d * r(1 - r(y[i] * y[i])))))
  })

  it('sigmoidBackward: dx = dy (y (1 - y)), rounded after every operation', () => {
    const dx = b.reals(100)
    b.sigmoidBackward(dx, dy, y, 100)
    expect(dx).toEqual(dy.map((d, i) => r(d * r(y[i] * r(1 - y[i])))))
  })

  it('relu keeps NaN, -0 and infinity, and clears what is negative', () => {
    const y = reals(Number.NaN, -0, Infinity, -1, -Infinity, 2)
    b.relu(y, y, 6)
    expect([...y]).toEqual([Number.NaN, -0, Infinity, 0, 0, 2])
  })

  it('reluBackward passes dy only where x > 0, so not at 0 and not at NaN', () => {
    const dx = b.reals(5)
    b.reluBackward(dx, reals(1, 2, 3, -4, 5), reals(-1, 0, Number.NaN, 2, Infinity), 5)
    expect([...dx]).toEqual([0, 0, 0, -4, 5])
  })
})
