import { describe, expect, it } from 'vitest'
import { DivergenceError } from '../../src/nn/divergence.ts'
import { fanInUniform } from '../../src/nn/initialisers.ts'
import { dense } from '../../src/nn/layers/dense.ts'
import { tanh } from '../../src/nn/layers/tanh.ts'
import { softmaxCrossEntropy } from '../../src/nn/losses/softmax-cross-entropy.ts'
import { buildNetwork } from '../../src/nn/network.ts'
import { sgd } from '../../src/nn/optimisers/sgd.ts'
import { type Recipe, trainingStep } from '../../src/nn/training-step.ts'
import type { Dtype } from '../../src/numerics/backend.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'

const labels = Int32Array.from([0, 2])

function example(given: Partial<Recipe> = {}, dtype: Dtype = 'f64') {
  const b = createReferenceBackend(dtype)
  const layers = [dense(2, 3, fanInUniform), tanh(3), dense(3, 3, fanInUniform)]
  const network = buildNetwork(b, layers, 2)
  network.initialise(namedStream('training step spec'))
  for (const { spec, value } of network.parameters) if (spec.role === 'bias') value.fill(0.5)
  const loss = softmaxCrossEntropy(b, 2, 3)
  const plain = { weightDecay: 0, decayBiases: false, clipNorm: null }
  const recipe: Recipe = {
    network,
    loss,
    optimiser: sgd(b, network.values.length),
    ...plain,
    ...given,
  }
  const x = b.reals(4)
  x.set([1, -1, 0.5, 2])
  const update = trainingStep(b, recipe)
  return { network, x, update: (rate: number, step = 1) => update(x, labels, 2, rate, step) }
}

const norm = (x: Float32Array | Float64Array) =>
  Math.sqrt([...x].reduce((sum, g) => sum + g * g, 0))

describe('a training step', () => {
  it('returns the mean loss of the batch, and lowers it', () => {
    const { update } = example()
    const first = update(0.1)
    expect(update(0.1)).toBeLessThan(first)
  })

  it('scales a gradient above the clip to the clip, and leaves one below it alone', () => {
    const free = example()
    free.update(0.1)
    const full = norm(free.network.gradients)
    const clipped = example({ clipNorm: full / 2 })
    clipped.update(0.1)
    expect(norm(clipped.network.gradients)).toBeCloseTo(full / 2, 10)
    const wide = example({ clipNorm: full * 2 })
    wide.update(0.1)
    expect([...wide.network.gradients]).toEqual([...free.network.gradients])
  })

  it('decays weights alone, unless told to decay biases', () => {
    const gradientsOf = (given: Partial<Recipe>) => {
      const { network, update } = example(given)
      const before = network.parameters.map(({ value }) => value.slice())
      update(1e-3)
      return network.parameters.map(({ spec, gradient }, i) => ({
        ...spec,
        gradient,
        before: before[i],
      }))
    }
    const plain = gradientsOf({})
    const decayed = gradientsOf({ weightDecay: 0.25 })
    const all = gradientsOf({ weightDecay: 0.25, decayBiases: true })
    plain.forEach(({ role, gradient, before }, i) => {
      const withDecay = [...gradient].map((g, j) => g + 0.25 * before[j])
      expect([...decayed[i].gradient]).toEqual(role === 'weight' ? withDecay : [...gradient])
      expect([...all[i].gradient]).toEqual(withDecay)
    })
  })

  it('clips before it decays: the decay is not part of the norm', () => {
    const free = example()
    free.update(0.1)
    const clipNorm = norm(free.network.gradients) / 2
    const { network, update } = example({ clipNorm, weightDecay: 0.25 })
    const before = network.values.slice()
    update(0.1)
    const weight = network.parameters[0].gradient
    const clippedOnly = example({ clipNorm })
    clippedOnly.update(0.1)
    const expected = [...clippedOnly.network.parameters[0].gradient].map(
      (g, i) => g + 0.25 * before[i],
    )
    expect([...weight]).toEqual(expected)
  })
})

describe('divergence is named with its step and the tensor in which it shows first', () => {
  const thrownBy = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      return error as DivergenceError
    }
    throw new Error('nothing was thrown')
  }

  it('a learning rate of 1e30', () => {
    const { network, update } = example({ weightDecay: 0.1 }, 'f32')
    const error = thrownBy(() => {
      for (let step = 1; step <= 10; step++) update(1e30, step)
    })
    expect(error).toBeInstanceOf(DivergenceError)
    expect(error.step).toBeGreaterThan(1)
    expect(error.message).toMatch(/^Diverged at step \d+: .+ is NaN or infinite$/)
    expect(network.values.some((value) => !(Math.abs(value) < 1e30))).toBe(true)
  })

  it('logits that are not numbers', () => {
    const { x, update } = example()
    x[0] = Number.NaN
    expect(thrownBy(() => update(0.1, 7))).toMatchObject({ step: 7, tensor: 'logits' })
  })

  it('a loss that is infinite, though the logits are not', () => {
    const b = createReferenceBackend('f64')
    const network = buildNetwork(b, [dense(1, 2, fanInUniform)], 1)
    const loss = { ...softmaxCrossEntropy(b, 1, 2), evaluate: () => Infinity }
    const optimiser = sgd(b, network.values.length)
    const plain = { weightDecay: 0, decayBiases: false, clipNorm: null }
    const update = trainingStep(b, { network, loss, optimiser, ...plain })
    const act = () => update(b.reals(1), Int32Array.of(0), 1, 0.1, 3)
    expect(thrownBy(act)).toMatchObject({ step: 3, tensor: 'loss' })
  })

  it('a gradient, by the name of its tensor, and nothing is updated', () => {
    const b = createReferenceBackend('f32')
    const network = buildNetwork(b, [dense(1, 2, fanInUniform)], 1)
    const loss = softmaxCrossEntropy(b, 1, 2)
    const update = trainingStep(b, {
      network,
      loss: { ...loss, dlogits: b.reals(2).fill(3e38) },
      optimiser: sgd(b, network.values.length),
      weightDecay: 0,
      decayBiases: false,
      clipNorm: null,
    })
    const x = b.reals(1).fill(1e3)
    const error = thrownBy(() => update(x, Int32Array.of(0), 1, 1, 2))
    expect(error).toMatchObject({ step: 2, tensor: 'gradient of 1.dense.weight' })
    expect([...network.values].every((value) => value === 0)).toBe(true)
  })
})
