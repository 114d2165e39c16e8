import { changeCauses, withCauses } from '../counterfactual/sound-causes.ts'
import type { Fault } from '../fault.ts'

const common = { of: 'declared-stub', given: withCauses } as const
const at = { path: 'train.mjs' }

export const faults: readonly Fault[] = [
  {
    ...common,
    says: 'a setting changes nothing in either arm',
    change: changeCauses(({ runs }) => ({
      runs: runs.flatMap((run) => {
        const { change } = run
        if (change.kind !== 'setting' || change.name !== '--rate') return [run]
        return ['0.45', '0.25'].map((value) => ({
          ...run,
          change: { ...change, value },
          isSame: true,
        }))
      }),
    })),
    finds: {
      what: /with --rate 0\.45 and 0\.25 instead of what it is, nothing that is printed or written changes/,
      ...at,
    },
  },
  {
    ...common,
    says: 'a declared value, passed, gives another result',
    change: changeCauses(({ runs }) => ({
      runs: runs.map((run) => {
        const { change, arm } = run
        if (change.kind !== 'setting' || change.name !== '--rate' || arm !== 'net') return run
        return { ...run, change: { ...change, value: '0.5', isDeclared: true } }
      }),
    })),
    finds: {
      what: /with --rate 0\.5, as assay\.json declares it, testAccuracy is 0\.966 and not 0\.972/,
      ...at,
    },
  },
]
