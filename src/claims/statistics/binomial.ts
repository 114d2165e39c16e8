import { type Fraction, fraction } from './fraction.ts'

/** The binomial coefficients C(n, 0) … C(n, n), exact. */
export function binomialRow(n: number): bigint[] {
  const row = [1n]
  for (let k = 1; k <= n; k++) row.push((row[k - 1] * BigInt(n - k + 1)) / BigInt(k))
  return row
}

/** P(X >= k) for X ~ Binomial(n, rate), exact; rate in [0, 1]. */
export function upperTail(n: number, k: number, rate: Fraction): Fraction {
  const success = rate.numerator
  const failure = rate.denominator - rate.numerator
  const row = binomialRow(n)
  const failures = powers(failure, n)
  let sum = 0n
  let successes = 1n
  for (let j = 0; j <= n; j++) {
    if (j >= k) sum += row[j] * successes * failures[n - j]
    successes *= success
  }
  return fraction(sum, powers(rate.denominator, n)[n])
}

/** P(X <= k) for X ~ Binomial(n, rate), exact; rate in [0, 1]. */
export function lowerTail(n: number, k: number, rate: Fraction): Fraction {
  const failureRate = fraction(rate.denominator - rate.numerator, rate.denominator)
  return upperTail(n, n - k, failureRate)
}

function powers(base: bigint, highest: number): bigint[] {
  const list = [1n]
  for (let i = 1; i <= highest; i++) list.push(list[i - 1] * base)
  return list
}
