import type { Fault } from '../fault.ts'
import { changeRuns, withoutRuns, withRuns } from '../paper-runs.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    edit: { path: 'train.mjs', replace: ['(seed * 7919 + 12345)', '(seed * 7919 + process.pid)'] },
    runs: { net: '0' },
    brief: true,
    finds: {
      what: /net, seed 0: two processes differ \(node train.mjs .*\): testAccuracy 0\.\d+ against 0\.\d+/,
      path: 'train.mjs',
    },
  },
  {
    of: 'declared-stub',
    says: 'one arm was not run again',
    change: (evidence) => ({
      ...evidence,
      runs: evidence.runs && {
        ...evidence.runs,
        runs: evidence.runs.runs.filter(
          ({ arm, purpose }) => arm !== 'line' || purpose !== 'declared again',
        ),
      },
    }),
    finds: { unproven: /no pair of runs was made of line/ },
  },
  {
    of: 'highway-networks',
    given: withRuns,
    says: 'the second process ends with other parameters and the same metrics',
    change: changeRuns('glimpse again', { digest: '0'.repeat(64) }),
    finds: { what: /plain-depth-5, seed 0: two processes differ .*the digest/, path: 'claims.ts' },
  },
  {
    of: 'highway-networks',
    given: withRuns,
    says: 'nothing was run twice',
    change: withoutRuns('glimpse again'),
    finds: { unproven: /nothing was run for it/ },
  },
]
