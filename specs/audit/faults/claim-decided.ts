import type { Fault } from '../fault.ts'
import { changeRuns } from '../paper-runs.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    says: 'on one seed the net is worse than the line',
    change: changeRuns(
      'declared',
      { metrics: { testAccuracy: 0.5 } },
      ({ arm, seed }) => arm === 'net' && seed === 2,
    ),
    finds: { unproven: /^claim net-beats-line \(the documented command\): 4 of 5 seeds favour it/ },
  },
  {
    of: 'declared-stub',
    says: 'a run is missing',
    change: changeRuns('declared', { problem: 'it was stopped' }, ({ seed }) => seed === 4),
    finds: { unproven: /net-beats-line .*not run: net on seeds 4/ },
  },
  {
    of: 'declared-stub',
    says: 'nothing was run',
    change: (evidence) => ({ ...evidence, runs: null }),
    finds: { unproven: /claim net-beats-line has no runs to be judged by/ },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'the headline golden lost a seed',
    change: (evidence) => ({
      ...evidence,
      goldens: evidence.goldens.map((one) => ({
        ...one,
        golden: { ...one.golden, records: one.golden.records.filter(({ job }) => job.seed !== 2) },
      })),
    }),
    finds: { unproven: /deformation-helps \(MNIST, headline\): not run: .* on seeds 2/ },
  },
]
