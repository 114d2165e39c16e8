import type { Successes } from '../../claims/statistics/fisher-exact.ts'

/** A count of runs as it is written, "9/10" or "9 of 30 seeds". */
export interface WrittenCount extends Successes {
  readonly text: string
  readonly at: number
}

/** Not in a date, a path, a version or a fraction of larger things. */
const pattern =
  /(?<![\w./,\-–])(\d{1,4})(\s*\/\s*|\s+(?:out\s+)?of\s+(?:the\s+)?)(\d{1,4})(?![\w/]|[.,:\-–]\d)/gi

/** What is counted by the thousand is no seed, and neither is a step of a list. */
const others =
  /^\s*(?:\w+\s+)?(images?|examples?|patterns?|digits?|samples?|points?|epochs?|steps?|pixels?|characters?|test\b|bits?|inputs?|units?|layers?|%)/i

/** The counts of runs that a text gives; more than a thousand are images, and fewer than two no count. */
export function runCountsIn(text: string): WrittenCount[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const [whole, some, , all] = found
    const [successes, runs] = [Number(some), Number(all)]
    const rest = text.slice(found.index + whole.length, found.index + whole.length + 40)
    if (successes > runs || runs < 2 || runs > 1000 || others.test(rest)) return []
    return [{ text: whole, at: found.index, successes, runs }]
  })
}
