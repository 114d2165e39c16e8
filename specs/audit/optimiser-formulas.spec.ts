import { describe, expect, it } from 'vitest'
import { knownSequence, optimiserFormulas, weightsOf } from '../../src/audit/optimiser-formulas.ts'
import { adam } from '../../src/nn/optimisers/adam.ts'
import { heavyBall } from '../../src/nn/optimisers/heavy-ball.ts'
import { nesterov } from '../../src/nn/optimisers/nesterov.ts'
import { nesterovRateInVelocity } from '../../src/nn/optimisers/nesterov-rate-in-velocity.ts'
import { sgd } from '../../src/nn/optimisers/sgd.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'

const settings = { momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }
const names = Object.keys(optimiserFormulas)
const end = (name: string) => weightsOf(name, { ...knownSequence, settings }).at(-1) as number

describe('the formulas', () => {
  it('end in different places on the known sequence', () => {
    const ends = names.map(end)
    ends.forEach((one, i) => {
      for (const other of ends.slice(i + 1)) expect(Math.abs(one - other)).toBeGreaterThan(1e-3)
    })
  })

  it.each([
    ['sgd', sgd],
    ['heavy-ball', heavyBall(0.9)],
    ['nesterov', nesterov(0.9)],
    ['nesterov-rate-in-velocity', nesterovRateInVelocity(0.9)],
    ['adam', adam(settings)],
  ] as const)('%s is what the optimiser of that name does', (name, make) => {
    const b = createReferenceBackend('f64')
    const optimiser = make(b, 1)
    const [w, g] = [b.reals(1), b.reals(1)]
    w[0] = knownSequence.start
    knownSequence.gradients.forEach((gradient, i) => {
      g[0] = gradient
      optimiser.step(w, g, knownSequence.rates[i])
    })
    expect(optimiser.name).toBe(name)
    expect(w[0]).toBeCloseTo(end(name), 12)
  })
})
