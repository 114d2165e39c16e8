import { middle } from '../spread.ts'

/** A median with an interval for it. */
export interface MedianInterval {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** How often an interval misses the true median, at most, in either direction together. */
export const missRate = 0.05

/**
 * The median of `values` between two of their order statistics: the sign test turned around, so it is
 * exact for any distribution and no figure far out moves it. Chosen over a bootstrap, which draws, and
 * which is too narrow for a median of so few. Throws RangeError below six values: no pair of them
 * would do.
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
