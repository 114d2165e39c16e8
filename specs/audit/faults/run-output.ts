import type { Fault } from '../fault.ts'
import { changeRuns, withoutRuns, withRuns } from '../paper-runs.ts'

const edit = (from: string, to: string, what: RegExp): Fault => ({
  of: 'declared-stub',
  edit: { path: 'train.mjs', replace: [from, to] },
  runs: { net: '0' },
  brief: true,
  finds: { what, path: 'train.mjs' },
})

export const faults: readonly Fault[] = [
  edit(
    'right / test.length }',
    'right / 0 }',
    /net, seed 0, declared .* testAccuracy is null, which is no finite/,
  ),
  edit('{ testAccuracy:', '{ accuracy:', /it gave no testAccuracy/),
  edit("const model = option('--model', 'net')", 'process.exit(3)', /exit code 3/),
  {
    of: 'declared-stub',
    says: 'one seed was never run',
    change: (evidence) => ({
      ...evidence,
      runs: evidence.runs && {
        ...evidence.runs,
        runs: evidence.runs.runs.filter(
          ({ arm, seed, purpose }) => arm !== 'line' || seed !== 3 || purpose !== 'declared',
        ),
      },
    }),
    finds: { unproven: /there is no run of line, seed 3/ },
  },
  {
    of: 'mnist-deep-mlp',
    given: withRuns,
    says: 'a loss that overflowed',
    change: changeRuns('glimpse', ({ metrics }) => ({
      metrics: { ...metrics, trainLoss: Number.POSITIVE_INFINITY },
    })),
    finds: { what: /deformed, seed 0, glimpse .* trainLoss is Infinity/, path: 'claims.ts' },
  },
  {
    of: 'mnist-deep-mlp',
    given: withRuns,
    says: 'a metric that the accepted records have is gone',
    change: changeRuns('glimpse', { metrics: { testError: 0.5 } }),
    finds: { what: /gave no trainLoss/, path: 'claims.ts' },
  },
  {
    of: 'mnist-deep-mlp',
    given: withRuns,
    says: 'no arm was run as declared',
    change: withoutRuns('declared'),
    finds: { unproven: /no run of undeformed; deformed|no run of deformed; undeformed/ },
  },
]
