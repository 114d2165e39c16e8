import { describe, expect, it } from 'vitest'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { roundings } from '../../../src/numerics/rounding.ts'

describe.each(['f32', 'f64'] as const)('the highway gate in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const r = roundings[dtype]
  const reals = (...values: number[]) => {
    const x = b.reals(values.length)
    x.set(values)
    return x
  }
  const h = reals(0.3, -0.9, 0.1)
  const t = reals(0.7, 0.1, 1)
  const x = reals(1.1, 0.2, -5)
  const dy = reals(0.9, -0.3, 2)

  it('mixes h and x by t', () => {
    const y = b.reals(3)
    b.highwayGate(y, h, t, x, 3)
    expect([...y]).toEqual([0, 1, 2].map((i) => r(r(h[i] * t[i]) + r(x[i] * r(1 - t[i])))))
    expect(y[2]).toBe(h[2])
  })

  it('gives the three gradients', () => {
    const [dh, dt, carry] = [b.reals(3), b.reals(3), b.reals(3)]
    b.highwayGateBackward(dh, dt, carry, dy, h, t, x, 3)
    for (const i of [0, 1, 2]) {
      expect(dh[i]).toBe(r(dy[i] * t[i]))
      expect(dt[i]).toBe(r(dy[i] * r(h[i] - x[i])))
      expect(carry[i]).toBe(r(dy[i] * r(1 - t[i])))
    }
  })

  it('may write them over its inputs', () => {
    const [dh, dt, carry] = [b.reals(3), b.reals(3), b.reals(3)]
    b.highwayGateBackward(dh, dt, carry, dy, h, t, x, 3)
    const [h2, t2, dy2] = [h.slice(), t.slice(), dy.slice()]
    b.highwayGateBackward(h2, t2, dy2, dy2, h2, t2, x, 3)
    expect([h2, t2, dy2]).toEqual([dh, dt, carry])
  })
})
