import { lowerTail, upperTail } from './binomial.ts'
import { compare, decimal, type Fraction, fraction, toNumber } from './fraction.ts'

// Rates are searched on this grid and rounded outwards, so a bound is off by at most 1e-12.
const gridBits = 40
const grid = 1n << BigInt(gridBits)

/**
 * Clopper and Pearson's exact one-sided lower bound of a success rate: the largest rate at which
 * `successes` or more of `runs` happen with probability at most `errorRate`.
 */
export function rateLowerBound(successes: number, runs: number, errorRate: number): number {
  if (successes === 0) return 0
  const limit = decimal(errorRate)
  return lastOnGrid((rate) => compare(upperTail(runs, successes, rate), limit) <= 0)
}

/**
 * Clopper and Pearson's exact one-sided upper bound of a success rate: the smallest rate at which
 * `successes` or fewer of `runs` happen with probability at most `errorRate`.
 */
export function rateUpperBound(successes: number, runs: number, errorRate: number): number {
  return 1 - rateLowerBound(runs - successes, runs, errorRate)
}

/** P(at least `successes` of `runs`) if the rate were `rate`: the exact test of "at least rate". */
export function rateTest(successes: number, runs: number, rate: number): number {
  return toNumber(upperTail(runs, successes, decimal(rate)))
}

/** Whether so few successes refute "at least rate": P(at most `successes`) <= errorRate, exact. */
export function refutesRate(
  successes: number,
  runs: number,
  rate: number,
  errorRate: number,
): boolean {
  return compare(lowerTail(runs, successes, decimal(rate)), decimal(errorRate)) < 0
}

/** The last grid point of [0, 1) where `holds`, which holds at 0 and, once false, stays false. */
function lastOnGrid(holds: (rate: Fraction) => boolean): number {
  let low = 0n
  let high = grid
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (holds(fraction(middle, grid))) low = middle
    else high = middle
  }
  return toNumber(fraction(low, grid))
}
