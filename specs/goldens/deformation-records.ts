import type { RunRecord } from '../../src/records/record.ts'
import { recordOf } from '../records/samples.ts'

export const place = { paper: 'mnist-deep-mlp', dataset: 'strokes', preset: 'quick' } as const

/** Five seeds of both arms, written, not run; `gain` fewer of 2,000 are wrong when deformed. */
export function deformationRecords(gain = 40): RunRecord[] {
  return [0, 1, 2, 3, 4].flatMap((seed) =>
    (['deformed', 'undeformed'] as const).map((arm) => {
      const count = arm === 'deformed' ? 200 - gain : 200
      return recordOf({
        job: { ...place, arm, seed, overrides: {} },
        metrics: { testError: count / 2000 },
        counts: { testError: { count, total: 2000 } },
        artifacts: [],
      })
    }),
  )
}
