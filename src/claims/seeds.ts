import { UserError } from '../user-error.ts'

/** The most seeds in one list. Nobody trains more, so a longer range is a typing mistake. */
export const mostSeeds = 1000
const largestSeed = 4_294_967_295

/**
 * The seeds that a text like "0-4", "0,3,7" or "0-2,9" names: ascending, each once. Throws
 * UserError (exit 64) for anything else.
 */
export function parseSeeds(text: string): number[] {
  const seeds = new Set<number>()
  for (const part of text.split(',')) {
    const [first, last] = parseRange(part, text)
    if (last - first >= mostSeeds) throw refusal(text, `names more than ${mostSeeds} seeds`)
    for (let seed = first; seed <= last; seed++) seeds.add(seed)
  }
  if (seeds.size > mostSeeds) throw refusal(text, `names more than ${mostSeeds} seeds`)
  return [...seeds].sort((a, b) => a - b)
}

/** The shortest text that `parseSeeds` reads as these seeds: runs of three or more become ranges. */
export function formatSeeds(seeds: readonly number[]): string {
  const sorted = [...new Set(seeds)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let start = 0; start < sorted.length; ) {
    let end = start
    while (sorted[end + 1] === sorted[end] + 1) end++
    if (end === start) parts.push(`${sorted[start]}`)
    else parts.push(`${sorted[start]}${end - start > 1 ? '-' : ','}${sorted[end]}`)
    start = end + 1
  }
  return parts.join(',')
}

function parseRange(part: string, text: string): [first: number, last: number] {
  const match = /^\s*(\d{1,10})(?:\s*-\s*(\d{1,10}))?\s*$/.exec(part)
  if (!match) throw refusal(text, 'is not a list of seeds')
  const first = Number(match[1])
  const last = Number(match[2] ?? match[1])
  if (last > largestSeed) throw refusal(text, `has a seed above ${largestSeed}`)
  if (last < first) throw refusal(text, `counts down from ${first} to ${last}`)
  return [first, last]
}

function refusal(text: string, fault: string): UserError {
  return new UserError(
    `The seeds "${text}" cannot be used, for the text ${fault}: write a range such as 0-4, a list such as 0,3,7, or both as in 0-2,9.`,
  )
}
