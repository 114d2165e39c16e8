import type { Round } from '../round.ts'

/** Runs one side's work for that many milliseconds. */
export type Turn = (milliseconds: number) => Promise<Round>

export interface PairSettings {
  readonly pairs: number
  /** Milliseconds of a turn, but at least one call. */
  readonly time: number
  readonly warmupTime: number
}

/**
 * B's time over A's for each pair of turns, which come as A B B A A B B A: a steady drift while
 * they run favours neither, and a disturbance that lasts longer than a pair affects both. A turn
 * counts by its fastest call, because other programs can only add time, and on a busy machine they
 * add it to most calls.
 */
export async function pairedRatios(
  a: Turn,
  b: Turn,
  { pairs, time, warmupTime }: PairSettings,
): Promise<number[]> {
  await a(warmupTime)
  await b(warmupTime)
  const ratios: number[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const first = pair % 2 === 0 ? a : b
    const second = first === a ? b : a
    const [one, other] = [(await first(time)).best, (await second(time)).best]
    ratios.push(first === a ? other / one : one / other)
  }
  return ratios
}
