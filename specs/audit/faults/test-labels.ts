import { changeAltered, changeCauses, withCauses } from '../counterfactual/sound-causes.ts'
import type { Fault } from '../fault.ts'

const common = { of: 'declared-stub', given: withCauses } as const
const at = { path: 'train.mjs' }

export const faults: readonly Fault[] = [
  {
    ...common,
    says: 'the test metric does not look at the test labels',
    change: changeAltered('net', 'test labels permuted', () => ({
      metrics: { testAccuracy: 0.972 },
    })),
    finds: {
      what: /net, seed 0: with the test labels permuted, test accuracy stays 0\.972, where at most 0\.600 of the answers are right by chance \(exact p < 1e-9\)/,
      ...at,
    },
  },
  {
    ...common,
    says: 'the test labels change a training loss',
    change: changeAltered('net', 'test labels permuted', (run) => ({
      ...run,
      training: {
        ...{ compared: 6, changed: 2 },
        first: [{ name: 'train loss at epoch 1', before: '2.31', after: '2.30' }],
      },
    })),
    finds: {
      what: /with the test labels permuted, train loss at epoch 1 changed from 2\.31 to 2\.30 \(and 1 other numbers of the training\): the test labels reach the training/,
      ...at,
    },
  },
  {
    ...common,
    says: 'the test images change a training loss',
    change: changeAltered('line', 'test images darkened', (run) => ({
      ...run,
      training: {
        ...{ compared: 6, changed: 1 },
        first: [{ name: 'train loss at epoch 1', before: '2.31', after: '2.30' }],
      },
    })),
    finds: { what: /line, seed 0: with the test images darkened .*: the test images reach/, ...at },
  },
  {
    ...common,
    says: 'the better of two nets by the test labels is given',
    change: changeAltered('net', 'test labels alike', ({ metrics }) => ({
      metrics: { testAccuracy: metrics.testAccuracy + 0.02 },
    })),
    finds: { what: /the right answers add up to 1\.0400 of the test examples/, ...at },
  },
  {
    ...common,
    says: 'two runs without a change differ',
    change: changeCauses(({ unchanged }) => ({
      unchanged: unchanged.map((one) => ({ ...one, isSteady: false })),
    })),
    finds: { unproven: /two runs of net, line with nothing changed give different losses/ },
  },
  {
    ...common,
    says: 'the run with other test labels broke off',
    change: changeAltered('net', 'test labels permuted', () => ({ problem: 'it was stopped' })),
    finds: { unproven: /net, seed 0 with test labels permuted: it was stopped/ },
  },
]
