import type { FreshRun } from './fresh-run.ts'

type SeededRun = Pick<FreshRun, 'arm' | 'seed' | 'metrics'>

/** An arm that gave the same on every seed. */
export interface SeedlessArm {
  readonly arm: string
  readonly seeds: readonly number[]
  readonly metrics: Readonly<Record<string, number>>
  /**
   * Different runs may meet here: all its metrics stand at an end of the scale, or another arm of the
   * same program does differ by its seed, so that this one may just always end alike.
   */
  readonly mayMeet: boolean
}

/**
 * The arms of a foreign stub whose runs all gave the same metrics, on two seeds or more. Two seeds
 * may meet by accident in a count of a few hundred; all of them do not.
 */
export function seedlessArms(runs: readonly SeededRun[]): SeedlessArm[] {
  const arms = [...new Set(runs.map(({ arm }) => arm))]
  const read = arms.map((arm) => {
    const own = runs.filter((run) => run.arm === arm)
    const seeds = [...new Set(own.map(({ seed }) => seed))].sort((a, b) => a - b)
    return { arm, own, seeds, results: new Set(own.map(({ metrics }) => keyOf(metrics))).size }
  })
  const someDiffer = read.some(({ results }) => results > 1)
  return read.flatMap(({ arm, own, seeds, results }) => {
    if (seeds.length < 2 || results > 1) return []
    const [{ metrics }] = own
    const saturated = Object.values(metrics).every((value) => value === 0 || value === 1)
    return [{ arm, seeds, metrics, mayMeet: saturated || someDiffer }]
  })
}

const keyOf = (metrics: SeededRun['metrics']) => JSON.stringify(Object.entries(metrics).sort())
