import { upperTail } from './binomial.ts'
import { fraction, toNumber } from './fraction.ts'

export interface SignTest {
  readonly wins: number
  readonly losses: number
  /** Differences of exactly zero. They have no direction and do not count in n. */
  readonly ties: number
  /** wins + losses. */
  readonly n: number
  /** P(at least this many heads of n fair coins); 1 when every pair is tied. */
  readonly pValue: number
}

/** The exact one-sided sign test of "differences tend to be positive", from their signs alone. */
export function signTest(signs: readonly number[]): SignTest {
  const wins = signs.filter((sign) => sign > 0).length
  const losses = signs.filter((sign) => sign < 0).length
  const n = wins + losses
  const pValue = toNumber(upperTail(n, wins, fraction(1, 2)))
  return { wins, losses, ties: signs.length - n, n, pValue }
}
