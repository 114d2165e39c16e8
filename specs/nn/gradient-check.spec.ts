import { describe, expect, it } from 'vitest'
import { gradientTolerance, kinkShare } from '../../src/nn/central-differences.ts'
import { checkLayerGradients } from '../../src/nn/gradient-check.ts'
import type { Layer } from '../../src/nn/layer.ts'
import { relu } from '../../src/nn/layers/relu.ts'
import { tanh } from '../../src/nn/layers/tanh.ts'
import type { Backend } from '../../src/numerics/backend.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream, type Stream } from '../../src/numerics/stream.ts'

const b = createReferenceBackend('f64')
const check = (layer: Layer, rows = 4, stream: Stream = namedStream('gradient check spec')) =>
  checkLayerGradients(b, layer, rows, stream)[0]

/** A tanh layer whose backward pass is off by a factor. */
const offBy = (factor: number): Layer => {
  const layer = tanh(5)
  return {
    ...layer,
    backward(backend: Backend, pass) {
      layer.backward(backend, pass)
      if (pass.dx) backend.scale(pass.dx, factor, pass.dx.length)
    },
  }
}

/** A line of slope 1 that says of every unit that it stands at a kink. */
const restless = (): Layer => {
  let evaluations = 0
  return {
    ...tanh(5),
    decisions: ({ rows }) => new Uint8Array(rows * 5).fill(evaluations++ % 2),
  }
}

describe('the gradient check', () => {
  it('passes a right gradient with room to spare', () => {
    const { passes, error, entries, kinks } = check(tanh(5))
    expect(passes).toBe(true)
    expect(error).toBeLessThan(gradientTolerance / 100)
    expect([entries, kinks]).toEqual([20, 0])
  })

  it.each([1 + 3 * gradientTolerance, 1 - 3 * gradientTolerance, 0.5, -1])(
    'refuses a gradient off by a factor of %d, and reports how far it is off',
    (factor) => {
      const { passes, error } = check(offBy(factor))
      expect(passes).toBe(false)
      expect(error).toBeGreaterThan(Math.abs(factor - 1) * 0.9)
      expect(error).toBeLessThan(
        Math.abs(factor - 1) / Math.min(1, Math.abs(factor)) + gradientTolerance,
      )
    },
  )

  it('refuses a gradient that is zero throughout, or not a number', () => {
    expect(check(offBy(0)).passes).toBe(false)
    expect(check(offBy(Number.NaN)).passes).toBe(false)
  })

  it('leaves out an entry only where a decision changed, and counts it', () => {
    const stepsOver = (): Stream => ({ ...namedStream('gradient check spec'), next: () => 0.25 })
    // Box-Muller on u = 1/4 has z1 = rho sin(pi/2) > 0 and z0 = rho cos(pi/2) = 6e-17 rho: at a kink.
    const { kinks, entries, passes } = check(relu(6), 1, stepsOver())
    expect([kinks, entries]).toEqual([3, 6])
    expect(passes).toBe(false)
  })

  it('refuses a tensor with more kinks than its share, however small the error', () => {
    const { kinks, entries, passes } = check(restless())
    expect(kinks).toBeGreaterThan(kinkShare * entries)
    expect(passes).toBe(false)
  })
})
