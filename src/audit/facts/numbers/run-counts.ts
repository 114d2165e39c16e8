import type { Successes } from '../../../claims/statistics/fisher-exact.ts'
import { numbersIn } from './written-numbers.ts'

/** A count of runs as it is written, "9/10" or "9 of 30 seeds". */
export interface WrittenCount extends Successes {
  readonly text: string
  readonly at: number
}

/** What is counted by the thousand is no seed, and neither is a step of a list. */
const others =
  /^\s*(?:\w+\s+)?(images?|examples?|patterns?|digits?|samples?|points?|epochs?|steps?|pixels?|characters?|test\b|bits?|inputs?|units?|layers?|%)/i

/** The counts of runs that a text gives; more than a thousand are images, and fewer than two no count. */
export function runCountsIn(text: string): WrittenCount[] {
  return numbersIn(text).flatMap(({ text: written, value, of, at, end }) => {
    if (of === null || of < 2 || of > 1000 || others.test(text.slice(end, end + 40))) return []
    return [{ text: written, at, successes: value, runs: of }]
  })
}
