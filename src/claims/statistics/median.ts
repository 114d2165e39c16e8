import { upperTail } from './binomial.ts'
import { compare, decimal, type Fraction, fraction, midpoint } from './fraction.ts'

/** The middle value, or the point halfway between the two middle ones; exact. Needs one value. */
export function median(values: readonly Fraction[]): Fraction {
  if (values.length === 0) throw new RangeError('a median needs at least one value')
  const sorted = values.toSorted(compare)
  const upper = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[upper] : midpoint(sorted[upper - 1], sorted[upper])
}

/**
 * The exact one-sided upper confidence bound of the population's median: the smallest order
 * statistic that lies below that median with probability at most `errorRate`, which for the u-th of
 * n is P(Binomial(n, 1/2) >= u). Assumes no distribution; ties only make it more cautious. Null
 * when even the largest value is not certain enough (at 0.05: with fewer than five values).
 */
export function medianUpperBound(values: readonly Fraction[], errorRate: number): Fraction | null {
  const rank = boundRank(values.length, errorRate)
  return rank === null ? null : values.toSorted(compare)[rank - 1]
}

/**
 * The exact one-sided lower confidence bound of the median: as `medianUpperBound`, with the order
 * reversed.
 */
export function medianLowerBound(values: readonly Fraction[], errorRate: number): Fraction | null {
  const rank = boundRank(values.length, errorRate)
  return rank === null ? null : values.toSorted(compare)[values.length - rank]
}

function boundRank(n: number, errorRate: number): number | null {
  const limit = decimal(errorRate)
  for (let rank = 1; rank <= n; rank++) {
    if (compare(upperTail(n, rank, fraction(1, 2)), limit) <= 0) return rank
  }
  return null
}
