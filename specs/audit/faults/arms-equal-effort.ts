import { changeCauses, withCauses } from '../counterfactual/sound-causes.ts'
import type { Fault } from '../fault.ts'

const common = { of: 'declared-stub', given: withCauses } as const

export const faults: readonly Fault[] = [
  {
    ...common,
    says: 'the baseline trains for one epoch',
    change: changeCauses(({ unchanged }) => ({
      unchanged: unchanged.map((one) =>
        one.arm === 'line' ? { ...one, effort: { epoch: 1 } } : one,
      ),
    })),
    finds: {
      what: /net trains for 6 epochs and line for 1, and no deviation says so/,
      path: 'assay.json',
    },
  },
  {
    ...common,
    says: 'the steps of the baseline are fixed',
    change: changeCauses(({ runs }) => ({
      runs: runs.flatMap((run) => {
        const { change, arm } = run
        if (change.kind !== 'setting' || change.name !== '--steps' || arm !== 'line') return [run]
        return [
          { ...run, isSame: true },
          { ...run, change: { ...change, value: '150' }, isSame: true },
        ]
      }),
    })),
    finds: { what: /--steps changes how net trains and nothing in line/, path: 'train.mjs' },
  },
]
