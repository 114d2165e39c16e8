import { changeCauses, withCauses } from '../counterfactual/sound-causes.ts'
import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    given: withCauses,
    says: 'nothing that is changed changes the result of an arm',
    change: changeCauses(({ runs }) => ({
      runs: runs.map((run) => (run.arm === 'net' ? { ...run, isSame: true } : run)),
    })),
    finds: {
      what: /3 runs with another training labels permuted, --steps, --rate all give testAccuracy 0\.972: the result is stored/,
      path: 'train.mjs',
    },
  },
]
