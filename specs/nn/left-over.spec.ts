import { describe, expect, it } from 'vitest'
import type { BatchSource } from '../../src/nn/batch-source.ts'
import { epochTrainer } from '../../src/nn/epoch-trainer.ts'
import { reader } from '../../src/nn/evaluate.ts'
import {
  fanInUniform,
  glorotUniform,
  heNormal,
  type Initialiser,
} from '../../src/nn/initialisers.ts'
import type { Layer } from '../../src/nn/layer.ts'
import { dense } from '../../src/nn/layers/dense.ts'
import { softmaxCrossEntropy } from '../../src/nn/losses/softmax-cross-entropy.ts'
import { buildNetwork } from '../../src/nn/network.ts'
import { sgd } from '../../src/nn/optimisers/sgd.ts'
import type { Dtype } from '../../src/numerics/backend.ts'
import { fillNormal } from '../../src/numerics/normals.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'
import { modulesIn } from '../contracts/modules-in.ts'

const b = createReferenceBackend('f64')
const layers = await modulesIn<{ gradientExample(): Layer }>('nn/layers')

describe('nothing is left over', () => {
  it.each(layers)('of a first backward pass in the second: $name', ({ module }) => {
    const layer = module.gradientExample!()
    // A layer below, so that this one passes a gradient on; its own gradients then move too.
    const network = buildNetwork(b, [dense(layer.inputs, layer.inputs, glorotUniform), layer], 3)
    network.initialise(namedStream('left over'))
    const x = b.reals(3 * layer.inputs)
    const dlogits = b.reals(3 * layer.outputs)
    fillNormal(x, namedStream('left over/x'), 1, x.length)
    fillNormal(dlogits, namedStream('left over/dlogits'), 1, dlogits.length)
    const gradientsOf = () => {
      network.forward(x, 3)
      network.backward(dlogits, 3)
      return [...network.gradients]
    }
    const first = gradientsOf()
    expect(first.some((value) => value !== 0)).toBe(true)
    expect(gradientsOf()).toEqual(first)
  })

  it.each<[string, Initialiser, Initialiser]>([
    ['Glorot uniform', glorotUniform, (k, x, [m, n], s) => k.fillUniform(x, s.state, 0, 1, m * n)],
    [
      'uniform by fan-in',
      fanInUniform,
      (k, x, [m, n], s) => k.fillUniform(x, s.state, 0, 1, m * n),
    ],
    ['He normal', heNormal, (_, x, [m, n], s) => fillNormal(x, s, 1, m * n)],
  ])('of the draws of %s: as many as elements', (_, initialise, draw) => {
    const [one, other] = [namedStream('draws'), namedStream('draws')]
    initialise(b, b.reals(14), [2, 7], one)
    draw(b, b.reals(14), [2, 7], other)
    expect(one.state).toEqual(other.state)
  })
})

/** Each example is its own number, and its label whether that is odd. */
const numbers: BatchSource = {
  inputs: 1,
  load(x, labels, order, from, rows) {
    for (let row = 0; row < rows; row++) {
      x[row] = order[from + row]
      labels[row] = order[from + row] % 2
    }
  },
}

describe('steps and answers', () => {
  it('count from 1 and go on over epochs: a run that diverges names its step', () => {
    const network = buildNetwork(b, [dense(1, 2, glorotUniform)], 2)
    network.initialise(namedStream('left over'))
    const optimiser = sgd(b, network.values.length)
    const loss = softmaxCrossEntropy(b, 2, 2)
    const recipe = { network, loss, optimiser, weightDecay: 0, decayBiases: false, clipNorm: null }
    const order = namedStream('left over/order')
    const settings = { source: numbers, batchSize: 2, keepPartial: true, order, onStep: () => {} }
    const epoch = epochTrainer(b, recipe, settings)
    epoch(Uint32Array.of(1, 2, 3, 4), 0.1)
    network.values.fill(Number.NaN)
    expect(() => epoch(Uint32Array.of(1, 2, 3, 4), 0.1)).toThrow(/step 3\b/)
  })

  it.each<[Dtype, typeof Float32Array | typeof Float64Array]>([
    ['f32', Float32Array],
    ['f64', Float64Array],
  ])('are read as probabilities of %s', (dtype, array) => {
    const backend = createReferenceBackend(dtype)
    const network = buildNetwork(backend, [dense(1, 2, glorotUniform)], 2)
    const read = reader(backend, network, numbers)
    expect(read(Uint32Array.of(1, 2, 3), Uint8Array.of(1, 1)).probabilities).toBeInstanceOf(array)
  })
})
