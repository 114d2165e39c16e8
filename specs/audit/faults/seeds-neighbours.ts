import type { Evidence } from '../../../src/audit/evidence.ts'
import { changeAltered, changeCauses, withCauses } from '../counterfactual/sound-causes.ts'
import type { Fault } from '../fault.ts'

/** As many neighbours again, with the next seeds. */
const withEightNeighbours = (evidence: Evidence): Evidence =>
  changeCauses(({ runs }) => ({
    runs: [
      ...runs,
      ...runs
        .filter(({ change }) => change.kind === 'neighbouring seed')
        .map((run) => ({ ...run, seed: run.seed + 4 })),
    ],
  }))(withCauses(evidence))

const common = { of: 'declared-stub', given: withCauses } as const
const at = { path: 'train.mjs' }

export const faults: readonly Fault[] = [
  {
    ...common,
    says: 'no neighbour is as good as a declared seed',
    given: withEightNeighbours,
    change: changeAltered('net', 'neighbouring seed', ({ seed }) => ({
      metrics: { testAccuracy: 0.8 + seed / 1000 },
    })),
    finds: {
      what: /test accuracy is better on the declared seeds 0-4 \(.*\) than on seeds 5-12, which nobody chose \(.*\), exact p = 7\.8e-4: the seeds were picked/,
      ...at,
    },
  },
  {
    ...common,
    says: 'a seed that nobody declared is refused',
    change: changeAltered('net', 'neighbouring seed', ({ seed }) => ({
      problem: seed === 6 ? 'it ended with exit code 1: KeyError: 6' : null,
    })),
    finds: {
      what: /net, seed 6: with seeds 6, which nobody declared, it gives no result \(.*KeyError: 6\)/,
      ...at,
    },
  },
]
