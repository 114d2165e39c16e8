import { mean, sampleDeviation } from './moments.ts'
import { studentQuantile, studentUpperTail } from './student-t.ts'

/** A mean difference with its standard error and degrees of freedom. */
export interface Difference {
  readonly value: number
  readonly standardError: number
  readonly degreesOfFreedom: number
}

export interface EquivalenceTest extends Difference {
  /**
   * The larger p of the two one-sided tests. A small p means: within the margin in both directions.
   */
  readonly pValue: number
  /** The two-sided interval of confidence 1 - 2 alpha. */
  readonly interval: readonly [low: number, high: number]
}

/** The mean and spread of a group of runs. */
export interface GroupOfRuns {
  readonly mean: number
  readonly deviation: number
  readonly runs: number
}

/** Paired: the mean of the differences, n - 1 degrees of freedom. Needs two differences. */
export function pairedDifference(differences: readonly number[]): Difference {
  return {
    value: mean(differences),
    standardError: sampleDeviation(differences) / Math.sqrt(differences.length),
    degreesOfFreedom: differences.length - 1,
  }
}

/**
 * Welch: two groups with spreads of their own. The Satterthwaite degrees of freedom are rounded
 * down, which makes the test more cautious. Each group needs two runs.
 */
export function welchDifference(ours: GroupOfRuns, theirs: GroupOfRuns): Difference {
  const a = (ours.deviation * ours.deviation) / ours.runs
  const b = (theirs.deviation * theirs.deviation) / theirs.runs
  const fewest = Math.min(ours.runs, theirs.runs) - 1
  const below = (a * a) / (ours.runs - 1) + (b * b) / (theirs.runs - 1)
  // A whole number that rounding made slightly too small must not become the next lower one.
  const satterthwaite = Math.floor(((a + b) * (a + b)) / below + 1e-9)
  return {
    value: ours.mean - theirs.mean,
    standardError: Math.sqrt(a + b),
    degreesOfFreedom: a + b > 0 ? Math.max(fewest, satterthwaite) : fewest,
  }
}

/** Two one-sided t tests of "the true difference lies strictly within (-margin, margin)". */
export function equivalenceTest(
  difference: Difference,
  margin: number,
  alpha: number,
): EquivalenceTest {
  const { value, standardError, degreesOfFreedom } = difference
  const reach = studentQuantile(alpha, degreesOfFreedom) * standardError
  const room = margin - Math.abs(value)
  return {
    ...difference,
    pValue: tailBeyond(room, standardError, degreesOfFreedom),
    interval: [value - reach, value + reach],
  }
}

/** With a standard error of 0 the difference is taken as exact: it is inside the margin or not. */
function tailBeyond(room: number, standardError: number, degreesOfFreedom: number): number {
  if (standardError === 0) return room > 0 ? 0 : 1
  return studentUpperTail(room / standardError, degreesOfFreedom)
}
