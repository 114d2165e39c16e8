import type { Layer } from '../../../src/nn/layer.ts'
import { havingAlone, type MechanismFault, withLayers } from '../mechanism-fault.ts'

const changed =
  (change: Partial<Layer>): MechanismFault['change'] =>
  (sound, { layer: kind }) =>
    withLayers(sound, kind, (layer) => ({ ...layer, ...change }))

const onePasses = 'exactly one unit of a block passes, the largest, unchanged'
const lowestTie = 'a tie goes to the lowest index'
const losers = 'the losers get no gradient, the winner all of it'

export const faults: readonly MechanismFault[] = [
  {
    says: 'everything passes',
    change: changed({ forward: (_, { x, y }) => y.set(x) }),
    breaks: [onePasses, lowestTie],
  },
  {
    says: 'a tie goes to the last',
    change: changed({
      forward(_, { x, y }) {
        for (let i = 0; i < x.length; i += 2) {
          const winner = x[i] > x[i + 1] ? i : i + 1
          y[i] = 0
          y[i + 1] = 0
          y[winner] = x[winner]
        }
      },
    }),
    breaks: [onePasses, lowestTie],
  },
  {
    says: 'losers learn',
    change: changed({ backward: (_, { dx, dy }) => dx?.set(dy) }),
    breaks: [losers],
  },
  {
    says: 'every arm has it',
    change: (sound, { layer }) => havingAlone(sound, layer),
    breaks: ['an arm has LWTA blocks, and another has not'],
  },
]
