import { binomialRow } from './binomial.ts'
import { fraction, toNumber } from './fraction.ts'

/** How many of a group's runs (seeds, never pooled test images) succeeded. */
export interface Successes {
  readonly successes: number
  readonly runs: number
}

export interface FisherExact {
  /** P(group a has this few successes or fewer), given both margins. */
  readonly aIsLower: number
  /** P(group a has this many successes or more), given both margins. */
  readonly aIsHigher: number
  /** P(a table no more probable than this one), given both margins. */
  readonly twoSided: number
}

/** Fisher's exact test of two success rates, computed in integers throughout. */
export function fisherExact(a: Successes, b: Successes): FisherExact {
  const successes = a.successes + b.successes
  const rowA = binomialRow(a.runs)
  const rowB = binomialRow(b.runs)
  const ways = (k: number) => (rowA[k] ?? 0n) * (rowB[successes - k] ?? 0n)
  const observed = ways(a.successes)
  let all = 0n
  let lower = 0n
  let higher = 0n
  let asRare = 0n
  for (let k = 0; k <= a.runs; k++) {
    const count = ways(k)
    all += count
    if (k <= a.successes) lower += count
    if (k >= a.successes) higher += count
    if (count <= observed) asRare += count
  }
  const share = (count: bigint) => toNumber(fraction(count, all))
  return { aIsLower: share(lower), aIsHigher: share(higher), twoSided: share(asRare) }
}
