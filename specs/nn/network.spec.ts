import { describe, expect, it } from 'vitest'
import { glorotUniform } from '../../src/nn/initialisers.ts'
import { dense } from '../../src/nn/layers/dense.ts'
import { highway } from '../../src/nn/layers/highway.ts'
import { lwta } from '../../src/nn/layers/lwta.ts'
import { relu } from '../../src/nn/layers/relu.ts'
import { buildNetwork, costOfExample, parameterCount } from '../../src/nn/network.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'

const b = createReferenceBackend('f64')
const layers = [dense(3, 4, glorotUniform), relu(4), dense(4, 2, glorotUniform)]

describe('a network', () => {
  it('refuses layers that do not fit, and says which', () => {
    const misfit = [dense(3, 4, glorotUniform), dense(5, 2, glorotUniform)]
    expect(() => buildNetwork(b, misfit, 1)).toThrow(
      'Layer 2 (dense) takes 5 inputs, the layer before gives 4',
    )
  })

  it('names its tensors by layer, kind and role, with their shapes', () => {
    const { named, classes } = buildNetwork(b, layers, 1)
    expect(named.map(({ name, shape }) => [name, shape])).toEqual([
      ['1.dense.weight', [3, 4]],
      ['1.dense.bias', [4]],
      ['3.dense.weight', [4, 2]],
      ['3.dense.bias', [2]],
    ])
    expect(classes).toBe(2)
  })

  it('holds values and gradients in two arenas, each tensor from a boundary, zeros between', () => {
    const { parameters, values, gradients } = buildNetwork(b, layers, 1)
    for (const { value, gradient } of parameters) {
      value.fill(1)
      gradient.fill(2)
      expect((value.byteOffset - values.byteOffset) % (16 * values.BYTES_PER_ELEMENT)).toBe(0)
    }
    const sum = (x: Float32Array | Float64Array) => [...x].reduce((total, one) => total + one, 0)
    expect(sum(values)).toBe(parameterCount(layers))
    expect(sum(gradients)).toBe(2 * parameterCount(layers))
  })

  it('computes what its layers do one after another', () => {
    const { parameters, forward } = buildNetwork(b, layers, 2)
    const [w1, b1, w2, b2] = parameters.map(({ value }) => value)
    w1.set([1, 0, -1, 2, 0, 1, -1, 0, 1, 1, 0, 0])
    b1.set([0, 0.5, 0, -1])
    w2.set([1, 0, 0, 1, 1, 1, -1, 2])
    b2.set([0.25, -0.25])
    const logits = forward(Float64Array.from([1, 2, 3, -1, 0, 1]), 2)
    // Hidden: (4, 5.5, -3, 1) and (0, 1.5, 1, -3), of which ReLU keeps the positive ones.
    expect([...logits]).toEqual([4 - 1 + 0.25, 5.5 + 2 - 0.25, 1 + 0.25, 1.5 + 1 - 0.25])
  })

  it('gives the first layer the same gradients, though those of its input are not computed', () => {
    const width = 3
    const deeper = [highway(width, glorotUniform, -1), dense(width, 2, glorotUniform)]
    const first = buildNetwork(b, deeper, 2)
    const second = buildNetwork(b, [relu(width), ...deeper], 2)
    const x = Float64Array.from([0.3, 1.2, 0.7, 0.1, 0.4, 2])
    const dlogits = Float64Array.from([1, -2, 0.5, 3])
    for (const network of [first, second]) {
      network.initialise(namedStream('network spec'))
      network.forward(x, 2)
      network.backward(dlogits, 2)
    }
    expect([...first.gradients]).toEqual([...second.gradients])
    expect(first.gradients.some((value) => value !== 0)).toBe(true)
  })

  it('counts two operations a weight and pass: one forward, three in training, two in the first layer', () => {
    expect(parameterCount(layers)).toBe(12 + 4 + 8 + 2)
    expect(costOfExample(layers)).toEqual({ forward: 2 * 20, training: 4 * 12 + 6 * 8 })
  })
})

describe('layers at their limits', () => {
  it('LWTA refuses a width that its blocks do not divide', () => {
    expect(() => lwta(5, 2)).toThrow('LWTA: a width of 5 is no multiple of the block of 2')
  })

  it('LWTA passes the winner of each block, and gradient to it alone', () => {
    const layer = lwta(4, 2)
    const [y, dx] = [b.reals(4), b.reals(4)]
    const x = Float64Array.from([1, 3, -2, -5])
    const at = { rows: 1, x, y, parameters: [], saved: [] }
    layer.forward(b, at)
    layer.backward(b, {
      ...at,
      dx,
      dy: Float64Array.from([10, 20, 30, 40]),
      gradients: [],
      scratch: [],
    })
    expect([...y]).toEqual([0, 3, -2, 0])
    expect([...dx]).toEqual([0, 20, 30, 0])
    expect([...layer.decisions!(at)]).toEqual([1, 0])
  })
})
