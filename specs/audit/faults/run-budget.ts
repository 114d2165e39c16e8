import type { Fault } from '../fault.ts'
import { changeRuns, withoutRuns, withRuns } from '../paper-runs.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    says: 'one seed takes five minutes and a second',
    change: changeRuns('declared', { seconds: 301.4 }, ({ seed }) => seed === 4),
    finds: { what: /net, seed 4 takes 301 s .* 300 are the limit/, path: 'train.mjs' },
  },
  {
    of: 'declared-stub',
    says: 'it was cut off at the limit',
    change: changeRuns('declared', { seconds: 300.02, problem: 'it did not end within 300 s' }),
    finds: { what: /net, seed 0 takes more than 300 s/, path: 'train.mjs' },
  },
  {
    of: 'declared-stub',
    says: 'it crashed at once: how long it takes is not known',
    change: changeRuns('declared', { seconds: 0.1, problem: 'it ended with exit code 1' }),
    finds: { unproven: /no run was timed of net, line/ },
  },
  {
    of: 'mcdnn-image-bench',
    given: withRuns,
    says: 'one column takes six minutes',
    change: changeRuns('declared', { seconds: 360 }, ({ arm }) => arm === 'column'),
    finds: { what: /column, seed 0 takes 360 s/, path: 'claims.ts' },
  },
  {
    of: 'mcdnn-image-bench',
    given: withRuns,
    says: 'only glimpses were run',
    change: withoutRuns('declared'),
    finds: { unproven: /was not run/ },
  },
]
