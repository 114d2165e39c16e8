import { describe, expect, it } from 'vitest'
import type { OptimiserFactory } from '../../src/nn/optimiser.ts'
import { adam } from '../../src/nn/optimisers/adam.ts'
import { heavyBall } from '../../src/nn/optimisers/heavy-ball.ts'
import { nesterov } from '../../src/nn/optimisers/nesterov.ts'
import { nesterovRateInVelocity } from '../../src/nn/optimisers/nesterov-rate-in-velocity.ts'
import { sgd } from '../../src/nn/optimisers/sgd.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'

const b = createReferenceBackend('f64')
const start = 1
const gradients = [0.5, -0.25, 1]
const constantRate = [0.125, 0.125, 0.125]
const fallingRate = [0.125, 0.0625, 0.03125]
const mu = 0.5

/** Where one weight stands after each of three steps. */
function walked(factory: OptimiserFactory, rates: readonly number[]): number[] {
  const w = b.reals(1).fill(start)
  const g = b.reals(1)
  const optimiser = factory(b, 1)
  return gradients.map((gradient, i) => {
    g[0] = gradient
    optimiser.step(w, g, rates[i])
    return w[0]
  })
}

/** The same by a formula: from the state and a gradient, the next state and the step of w. */
function byFormula(
  rates: readonly number[],
  formula: (v: number, g: number, rate: number) => readonly [v: number, step: number],
): number[] {
  let [w, v] = [start, 0]
  return gradients.map((gradient, i) => {
    const [next, step] = formula(v, gradient, rates[i])
    v = next
    w += step
    return w
  })
}

describe('optimisers do what their names say', () => {
  it('sgd: w - lr g', () => {
    expect(walked(sgd, fallingRate)).toEqual(byFormula(fallingRate, (v, g, lr) => [v, -lr * g]))
  })

  it('heavy ball: v = mu v + g, w - lr v', () => {
    const expected = byFormula(fallingRate, (v, g, lr) => [mu * v + g, -lr * (mu * v + g)])
    expect(walked(heavyBall(mu), fallingRate)).toEqual(expected)
  })

  it('Nesterov: v = mu v + g, w - lr (g + mu v), looking ahead along the new velocity', () => {
    const expected = byFormula(fallingRate, (v, g, lr) => {
      const next = mu * v + g
      return [next, -lr * (g + mu * next)]
    })
    expect(walked(nesterov(mu), fallingRate)).toEqual(expected)
  })

  it('Nesterov with the rate in the velocity: v = mu v - lr g, w + mu v - lr g', () => {
    const expected = byFormula(fallingRate, (v, g, lr) => {
      const next = mu * v - lr * g
      return [next, mu * next - lr * g]
    })
    expect(walked(nesterovRateInVelocity(mu), fallingRate)).toEqual(expected)
  })

  it('heavy ball and Nesterov part at the first step', () => {
    expect(walked(nesterov(mu), constantRate)[0]).not.toBe(walked(heavyBall(mu), constantRate)[0])
  })

  it('where the rate stands matters only when it changes', () => {
    const [outside, inside] = [nesterov(mu), nesterovRateInVelocity(mu)]
    expect(walked(outside, constantRate)).toEqual(walked(inside, constantRate))
    expect(walked(outside, fallingRate)).not.toEqual(walked(inside, fallingRate))
  })

  it('without momentum all of them are sgd', () => {
    for (const factory of [heavyBall(0), nesterov(0), nesterovRateInVelocity(0)])
      expect(walked(factory, fallingRate)).toEqual(walked(sgd, fallingRate))
  })

  it('Adam: bias-corrected mean over the root of the bias-corrected square', () => {
    const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }
    const { beta1, beta2, epsilon } = settings
    let [w, m, v] = [start, 0, 0]
    const expected = gradients.map((g, i) => {
      m = beta1 * m + (1 - beta1) * g
      v = beta2 * v + (1 - beta2) * g * g
      const mean = m / (1 - beta1 ** (i + 1))
      const square = v / (1 - beta2 ** (i + 1))
      w -= (0.125 * mean) / (Math.sqrt(square) + epsilon)
      return w
    })
    walked(adam(settings), constantRate).forEach((at, i) => {
      expect(at).toBeCloseTo(expected[i], 13)
    })
  })

  it('Adam’s first step is the rate itself, whatever the size of the gradient', () => {
    const [first] = walked(adam({ beta1: 0.9, beta2: 0.999, epsilon: 1e-12 }), constantRate)
    expect(first).toBeCloseTo(start - 0.125, 10)
  })
})
