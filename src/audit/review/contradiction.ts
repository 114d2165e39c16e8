import { isAmong, quotedNumbers } from './quoted-numbers.ts'
import { relationFault } from './relation.ts'
import type { ReviewEntry } from './review-json.ts'

/** What sets two numbers against each other. */
const compares = ['differ', 'less', 'more', 'difference', 'ratio', 'percent', 'change']

/**
 * Whether a number of one place is set against another number of the other place: anybody can compute
 * that again. Where none is, an entry rests on its reader's judgement alone.
 */
export function isContradiction({ places, numbers }: Pick<ReviewEntry, 'places' | 'numbers'>) {
  const quoted = places.map(({ words, path }) => quotedNumbers(words, path))
  const computed = new Map<number, ReadonlySet<number>>()
  /** The places that a number is of: it stands there, or was computed from what does. */
  const sidesOf = (value: number): ReadonlySet<number> =>
    new Set([
      ...quoted.flatMap((one, i) => (isAmong(value, one) ? [i] : [])),
      ...(computed.get(value) ?? []),
    ])
  for (const { says, of, is } of numbers) {
    const sides = of.map(sidesOf)
    const [one, other] = sides
    const isOfBoth =
      of.length === 2 && ((one.has(0) && other.has(1)) || (one.has(1) && other.has(0)))
    if (compares.includes(says) && isOfBoth && relationFault({ says: 'differ', of }) === null)
      return true
    if (is !== undefined) computed.set(is, new Set(sides.flatMap((side) => [...side])))
  }
  return false
}
