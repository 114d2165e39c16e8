import type { FreshRun } from './fresh-run.ts'

type SeededRun = Pick<FreshRun, 'arm' | 'seed' | 'metrics'>

/** An arm that gave the same on every seed. */
export interface SeedlessArm {
  readonly arm: string
  readonly seeds: readonly number[]
  readonly metrics: Readonly<Record<string, number>>
  /** All its metrics stand at an end of the scale, where different runs may meet. */
  readonly saturated: boolean
}

/**
 * The arms of a foreign stub whose runs all gave the same metrics, on two seeds or more. Two seeds
 * may meet by accident in a count of a few hundred; all of them do not.
 */
export function seedlessArms(runs: readonly SeededRun[]): SeedlessArm[] {
  const arms = [...new Set(runs.map(({ arm }) => arm))]
  return arms.flatMap((arm) => {
    const own = runs.filter((run) => run.arm === arm)
    const seeds = [...new Set(own.map(({ seed }) => seed))].sort((a, b) => a - b)
    const results = new Set(own.map(({ metrics }) => keyOf(metrics)))
    if (seeds.length < 2 || results.size > 1) return []
    const [{ metrics }] = own
    const saturated = Object.values(metrics).every((value) => value === 0 || value === 1)
    return [{ arm, seeds, metrics, saturated }]
  })
}

const keyOf = (metrics: SeededRun['metrics']) => JSON.stringify(Object.entries(metrics).sort())
