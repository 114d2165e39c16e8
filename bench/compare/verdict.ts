import type { MedianInterval } from './median-interval.ts'

/** The least change of time that is reported. Two builds of the same source differ by less. */
export const margin = 0.03

/** How many repeats, each in two new processes, must agree before a change is reported. */
export const repeats = 3

/** How many more repeats must agree than disagree. */
const lead = 2

/** The most repeats. More than three are made only when repeats contradict each other. */
export const mostRepeats = 7

export type Verdict = 'slower' | 'faster' | 'no change' | 'undecided'

/**
 * The verdict on a subject's ratios B / A on which at least three repeats agree, and at least two
 * more than disagree; else undecided. A process with an unlucky core or memory layout is slow as
 * long as it lives, and its interval is narrow all the same. Only a comparison with other processes
 * shows this, so one such process must neither make a change nor hide one.
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
