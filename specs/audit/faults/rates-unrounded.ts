import type { Fault } from '../fault.ts'
import { changeRuns } from '../paper-runs.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    says: 'a rate over 500 test points that no count of them gives',
    change: changeRuns('declared', ({ arm }) =>
      arm === 'net' ? { metrics: { testAccuracy: 0.9731 } } : {},
    ),
    finds: {
      what: /testAccuracy is 0\.9731, which is no rate over 500 examples/,
      path: 'train.mjs',
    },
  },
]
