import { describe, expect, it } from 'vitest'
import { checkLayerGradients, checkNetworkGradients } from '../../src/nn/gradient-check.ts'
import { glorotUniform } from '../../src/nn/initialisers.ts'
import type { Layer } from '../../src/nn/layer.ts'
import { dense } from '../../src/nn/layers/dense.ts'
import { softmaxCrossEntropy } from '../../src/nn/losses/softmax-cross-entropy.ts'
import { buildNetwork } from '../../src/nn/network.ts'
import { sgd } from '../../src/nn/optimisers/sgd.ts'
import { trainingStep } from '../../src/nn/training-step.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'

const b = createReferenceBackend('f64')

/** Half of the units, drawn for each example, pass twice their value; in evaluation all pass. */
const halved = (width: number): Layer => ({
  kind: 'halved',
  inputs: width,
  outputs: width,
  parameters: [],
  saved: [width],
  scratch: [],
  noise: {
    draw(_, { rows, saved: [mask] }, stream) {
      for (let i = 0; i < rows * width; i++) mask[i] = stream.next() < 0.5 ? 0 : 2
    },
    still: (_, { saved: [mask] }) => mask.fill(1),
  },
  forward(_, { x, y, rows, saved: [mask] }) {
    for (let i = 0; i < rows * width; i++) y[i] = x[i] * mask[i]
  },
  backward(_, { dx, dy, rows, saved: [mask] }) {
    if (dx) for (let i = 0; i < rows * width; i++) dx[i] = dy[i] * mask[i]
  },
})

const width = 6
const layers = [dense(4, width, glorotUniform), halved(width), dense(width, 3, glorotUniform)]
const stream = (name: string) => namedStream(`noise spec/${name}`)

describe('a layer that acts at random', () => {
  const network = buildNetwork(b, layers, 2)
  network.initialise(stream('init'))
  const x = Float64Array.from([1, -2, 3, 0.5, -1, 2, 0.25, 4])
  const passed = (name?: string) => {
    network.forward(x, 2, name === undefined ? undefined : stream(name))
    const [before, after] = [network.held(0).y, network.held(1).y]
    return [...after].map((value, i) => value / before[i])
  }

  it('draws in training, the same from the same stream and other from another', () => {
    expect(new Set(passed('one'))).toEqual(new Set([0, 2]))
    expect(passed('one')).toEqual(passed('one'))
    expect(passed('one')).not.toEqual(passed('two'))
  })

  it('does nothing at random in evaluation, also after training', () => {
    passed('one')
    expect(passed()).toEqual(Array(2 * width).fill(1))
  })

  it('goes on drawing from step to step, and a step without a stream is refused', () => {
    const loss = softmaxCrossEntropy(b, 2, 3)
    const settings = { weightDecay: 0, decayBiases: false, clipNorm: null }
    const recipe = { ...settings, network, loss, optimiser: sgd(b, network.values.length) }
    const step = trainingStep(b, { ...recipe, noise: stream('steps') })
    const masks = [1, 2].map((at) => {
      step(x, Int32Array.from([0, 2]), 2, 0, at)
      return network.held(1).saved[0].join()
    })
    expect(masks[0]).not.toBe(masks[1])
    expect(() => trainingStep(b, recipe)).toThrow(/give the recipe a stream as `noise`/)
  })

  it('has gradients that can be checked, alone and in its net', () => {
    const alone = checkLayerGradients(b, halved(width), 3, stream('alone'))
    expect(alone.map(({ passes }) => passes)).toEqual([true])
    const inNet = checkNetworkGradients(b, { name: 'net', layers, batch: 2 }, stream('net'))
    expect(inNet.filter(({ passes }) => !passes)).toEqual([])
    const { backward } = halved(width)
    const wrong: Layer = {
      ...halved(width),
      backward: (backend, pass) => backward(backend, { ...pass, saved: [pass.x] }),
    }
    expect(checkLayerGradients(b, wrong, 3, stream('alone'))[0].passes).toBe(false)
  })
})
