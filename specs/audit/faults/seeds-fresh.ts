import type { Evidence } from '../../../src/audit/evidence.ts'
import type { FreshRun } from '../../../src/audit/fresh-run.ts'
import { stubPlace } from '../../../src/audit/judged.ts'
import type { Fault } from '../fault.ts'
import { changeRuns } from '../paper-runs.ts'

/** The declared runs once more, as if their seeds had been drawn by nobody. */
const withFresh = (evidence: Evidence): Evidence => {
  const runs = evidence.runs?.runs ?? []
  const fresh = runs
    .filter(({ purpose }) => purpose === 'declared')
    .map(
      (run): FreshRun => ({
        ...run,
        purpose: 'fresh seed',
        seed: 4000 + run.seed,
        drawnFor: { claim: 'net-beats-line', ...stubPlace },
      }),
    )
  return { ...evidence, runs: evidence.runs && { ...evidence.runs, runs: [...runs, ...fresh] } }
}

const chance = (seed: number) => ({ testAccuracy: 0.6 + seed / 1e6 })

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    given: withFresh,
    says: 'on fresh seeds the net is no better than the line',
    change: changeRuns('fresh seed', ({ seed }) => ({ metrics: chance(seed) })),
    finds: {
      what: /net-beats-line is declared replicates; on seeds 4000-4004, which nobody chose, it is not-replicated: 0 of/,
      path: 'assay.json',
      line: 26,
    },
  },
  {
    of: 'declared-stub',
    given: withFresh,
    says: 'on one fresh seed the net fails',
    change: changeRuns(
      'fresh seed',
      { metrics: { testAccuracy: 0.5 } },
      ({ arm, seed }) => arm === 'net' && seed === 4002,
    ),
    finds: { unproven: /claim net-beats-line: 4 of 5 seeds favour it/ },
  },
  {
    of: 'declared-stub',
    given: withFresh,
    says: 'a fresh seed broke off',
    change: changeRuns('fresh seed', { problem: 'it was stopped' }, ({ seed }) => seed === 4001),
    finds: { unproven: /not run: net on seeds 4001; line on seeds 4001|not run: .*4001/ },
  },
]
