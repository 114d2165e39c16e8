import { middle } from '../spread.ts'

/** A median with its confidence interval. */
export interface MedianInterval {
  readonly median: number
  readonly low: number
  readonly high: number
}

/**
 * The largest probability that an interval misses the true median, for both directions together.
 */
export const missRate = 0.05

/**
 * The median of `values`, with an interval between two of their order statistics. It is the
 * inversion of the sign test, so it is exact for any distribution and robust against outliers. A
 * bootstrap would need random numbers, and is too narrow for the median of so few values. Throws
 * RangeError for fewer than six values, because no interval exists for them.
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const n = values.length
  const rank = lowerRank(n)
  if (rank === 0) throw new RangeError(`${n} values give no interval for their median`)
  const sorted = values.toSorted((a, b) => a - b)
  return { median: middle(sorted), low: sorted[rank - 1], high: sorted[n - rank] }
}

/** The largest rank r with P(fewer than r of n fair coins fall heads) <= missRate / 2; 0 if none. */
export function lowerRank(n: number): number {
  let term = 0.5 ** n
  let below = 0
  for (let r = 0; r <= n; r++) {
    below += term
    if (below > missRate / 2) return r
    term *= (n - r) / (r + 1)
  }
  return 0
}
