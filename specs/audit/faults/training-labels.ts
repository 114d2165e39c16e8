import { changeAltered, withCauses } from '../counterfactual/sound-causes.ts'
import type { Fault } from '../fault.ts'

const common = { of: 'declared-stub', given: withCauses } as const

export const faults: readonly Fault[] = [
  {
    ...common,
    says: 'without its training labels the net knows as much as before',
    change: changeAltered('net', 'training labels permuted', () => ({
      metrics: { testAccuracy: 0.972 },
    })),
    finds: {
      what: /net, seed 0: with the training labels permuted, test accuracy stays 0\.972, .*: it does not come from the training labels/,
      path: 'train.mjs',
    },
  },
  {
    ...common,
    says: 'the run with other training labels broke off',
    change: changeAltered('net', 'training labels permuted', () => ({ problem: 'it was stopped' })),
    finds: { unproven: /net, seed 0 with training labels permuted: it was stopped/ },
  },
]
