import type { MedianInterval } from './median-interval.ts'

/** Times may differ by this much before a word is said: two builds of one source lie that near. */
export const margin = 0.03

/** Repeats, each in two fresh processes, that must all say the same. */
export const repeats = 3

export type Verdict = 'slower' | 'faster' | 'no change'

/**
 * Of a subject's ratios B / A over the repeats: slower where every interval lies above 1 + margin,
 * faster where every one lies below its inverse. A process that was unlucky with its memory or a
 * neighbour that stays a while says one thing once.
 */
export function verdictOf(intervals: readonly MedianInterval[]): Verdict {
  if (intervals.length < repeats) return 'no change'
  if (intervals.every(({ low }) => low > 1 + margin)) return 'slower'
  if (intervals.every(({ high }) => high < 1 / (1 + margin))) return 'faster'
  return 'no change'
}
