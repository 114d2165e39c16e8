import type { Layer } from '../../../src/nn/layer.ts'
import { havingAlone, type MechanismFault, withLayers } from '../mechanism-fault.ts'

const exchanged = (layer: Layer): Layer => ({
  ...layer,
  forward: (b, pass) =>
    layer.forward(
      { ...b, highwayGate: (y, h, t, x, length) => b.highwayGate(y, x, t, h, length) },
      pass,
    ),
})

const withoutFirstBias = (layer: Layer): Layer => ({
  ...layer,
  forward(b, pass) {
    let calls = 0
    const addBias: typeof b.addBias = (...given) => {
      if (calls++ > 0) b.addBias(...given)
    }
    layer.forward({ ...b, addBias }, pass)
  },
})

const startingOpen = (layer: Layer): Layer => ({
  ...layer,
  parameters: layer.parameters.map((spec) =>
    spec.name === 'biasT' ? { ...spec, initialise: (_, x) => x.fill(2) } : spec,
  ),
})

export const faults: readonly MechanismFault[] = [
  {
    says: 'its two paths are exchanged',
    change: (sound, { layer }) => withLayers(sound, layer, exchanged),
    breaks: [
      'a closed gate passes x on: T = 0, y = x',
      'an open gate gives H: T = 1, y = H(x)',
      'in between y = H(x) T(x) + x (1 - T(x))',
    ],
  },
  {
    says: 'H has no bias',
    change: (sound, { layer }) => withLayers(sound, layer, withoutFirstBias),
    breaks: ['an open gate gives H: T = 1, y = H(x)', 'in between y = H(x) T(x) + x (1 - T(x))'],
  },
  {
    says: 'its gate starts open',
    change: (sound, { layer }) => withLayers(sound, layer, startingOpen),
    breaks: ['a fresh gate is more closed than open: its bias is below 0'],
  },
  {
    says: 'every arm has it',
    change: (sound, { layer }) => havingAlone(sound, layer),
    breaks: ['an arm has highway blocks, and another has not'],
  },
]
