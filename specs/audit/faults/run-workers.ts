import type { Fault } from '../fault.ts'
import { changeRuns, withRuns } from '../paper-runs.ts'

export const faults: readonly Fault[] = [
  {
    of: 'compete-to-compute',
    given: withRuns,
    says: 'in the pool it forgets one image more',
    change: changeRuns('two workers', ({ metrics }) => ({
      metrics: { ...metrics, forgetting: metrics.forgetting + 0.001 },
    })),
    finds: {
      what: /lwta, seed 0: alone and in a pool .* forgetting 0.045 against/,
      path: 'claims.ts',
    },
  },
  {
    of: 'compete-to-compute',
    given: withRuns,
    says: 'in the pool one arm broke off',
    change: changeRuns('two workers', { problem: 'it was stopped' }, ({ arm }) => arm === 'relu'),
    finds: { unproven: /no pair of runs was made of relu/ },
  },
]
