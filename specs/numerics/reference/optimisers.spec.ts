import { describe, expect, it } from 'vitest'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { roundings } from '../../../src/numerics/rounding.ts'

describe.each(['f32', 'f64'] as const)('optimiser steps in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const r = roundings[dtype]
  const reals = (...values: number[]) => {
    const x = b.reals(values.length)
    x.set(values)
    return x
  }
  const [lr, mu] = [r(0.1), r(0.9)]
  const [w0, v0, g] = [reals(0.7, -0.3), reals(0.05, 0.2), reals(0.3, -1.1)]
  const state = () => ({ w: w0.slice(), v: v0.slice() })

  it('sgd: w - lr g', () => {
    const { w } = state()
    b.sgd(w, g, 0.1, 2)
    expect([...w]).toEqual([0, 1].map((i) => r(w0[i] - r(lr * g[i]))))
  })

  it('heavyBall: v = mu v + g, w - lr v', () => {
    const { w, v } = state()
    b.heavyBall(w, v, g, 0.1, 0.9, 2)
    for (const i of [0, 1]) {
      const velocity = r(r(mu * v0[i]) + g[i])
      expect(v[i]).toBe(velocity)
      expect(w[i]).toBe(r(w0[i] - r(lr * velocity)))
    }
  })

  it('nesterov: v = mu v + g, w - lr (g + mu v)', () => {
    const { w, v } = state()
    b.nesterov(w, v, g, 0.1, 0.9, 2)
    for (const i of [0, 1]) {
      const velocity = r(r(mu * v0[i]) + g[i])
      expect(v[i]).toBe(velocity)
      expect(w[i]).toBe(r(w0[i] - r(lr * r(g[i] + r(mu * velocity)))))
    }
  })

  it('nesterovRateInVelocity: v = mu v - lr g, w + (mu v - lr g)', () => {
    const { w, v } = state()
    b.nesterovRateInVelocity(w, v, g, 0.1, 0.9, 2)
    for (const i of [0, 1]) {
      const step = r(lr * g[i])
      const velocity = r(r(mu * v0[i]) - step)
      expect(v[i]).toBe(velocity)
      expect(w[i]).toBe(r(w0[i] + r(r(mu * velocity) - step)))
    }
  })

  it('both Nesterov forms take the same way at a constant rate, up to rounding', () => {
    const [plain, inside] = [reals(1), reals(1)]
    const [v, u] = [b.reals(1), b.reals(1)]
    for (let step = 0; step < 5; step++) {
      b.nesterov(plain, v, plain.slice(), 0.1, 0.9, 1)
      b.nesterovRateInVelocity(inside, u, inside.slice(), 0.1, 0.9, 1)
    }
    expect(inside[0]).toBeCloseTo(plain[0], 5)
  })

  it('adam: bias-corrected moments, epsilon outside the root', () => {
    const { w, v } = state()
    const m = reals(0.01, -0.02)
    const m0 = m.slice()
    b.adam(w, m, v, g, 0.001, 0.9, 0.999, 1e-8, 1 - 0.9, 1 - 0.999, 2)
    const [b2, c1, c2] = [r(0.999), r(1 - 0.9), r(1 - 0.999)]
    for (const i of [0, 1]) {
      const mi = r(r(mu * m0[i]) + r(c1 * g[i]))
      const vi = r(r(b2 * v0[i]) + r(c2 * r(g[i] * g[i])))
      expect([m[i], v[i]]).toEqual([mi, vi])
      const root = r(Math.sqrt(r(vi / c2)))
      expect(w[i]).toBe(r(w0[i] - r(r(r(0.001) * r(mi / c1)) / r(root + r(1e-8)))))
    }
  })

  it("adam's first step has about the size of the rate, whatever the gradient's scale", () => {
    const w = reals(0, 0)
    b.adam(w, b.reals(2), b.reals(2), reals(5, -1e-3), 0.001, 0.9, 0.999, 1e-8, 0.1, 0.001, 2)
    expect(w[0]).toBeCloseTo(-0.001, 6)
    expect(w[1]).toBeCloseTo(0.001, 6)
  })
})
