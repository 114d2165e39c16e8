import type { MedianInterval } from './median-interval.ts'

/** Times may differ by this much before a word is said: two builds of one source lie that near. */
export const margin = 0.03

/** Repeats, each in two fresh processes, that must say the same before it is called. */
export const repeats = 3

/** How many more repeats must say it than say anything else. */
const lead = 2

/** A repeat that contradicts the others is answered with more of them, up to this many in all. */
export const mostRepeats = 7

export type Verdict = 'slower' | 'faster' | 'no change' | 'undecided'

/**
 * What three repeats say of a subject's ratios B / A, and two more than say otherwise; undecided until
 * then. A process that was unlucky with its core or its memory stays so for as long as it lives and
 * has a narrow interval all the same: that is seen only beside other processes. So it neither makes a
 * change nor hides one.
 */
export function verdictOf(intervals: readonly MedianInterval[]): Verdict {
  const votes = intervals.map(voteOf)
  const called = (['slower', 'faster', 'no change'] as const).find((verdict) => {
    const agree = votes.filter((vote) => vote === verdict).length
    return agree >= repeats && agree - (votes.length - agree) >= lead
  })
  return called ?? 'undecided'
}

/** One repeat says that time changed where its whole interval lies beyond the margin. */
export function voteOf({ low, high }: MedianInterval): Exclude<Verdict, 'undecided'> {
  if (low > 1 + margin) return 'slower'
  if (high < 1 / (1 + margin)) return 'faster'
  return 'no change'
}
