/**
 * The first place where the bits of an answer differ from the definition, in words; null where all
 * are equal. A NaN always differs, even from a NaN, because a benchmark that diverges measures
 * nothing.
 */
export function firstDeparture(
  what: string,
  answer: ArrayLike<number>,
  definition: ArrayLike<number>,
): string | null {
  if (answer.length !== definition.length)
    return `${what} has ${answer.length} numbers, by definition ${definition.length}`
  for (let i = 0; i < definition.length; i++) {
    if (Number.isNaN(answer[i]) || !Object.is(answer[i], definition[i]))
      return `${what}[${i}] is ${shown(answer[i])}, by definition ${shown(definition[i])}`
  }
  return null
}

/** Enough calls to detect a kernel that computes nothing in some of its calls. */
const callsInARow = 4

/**
 * The first departure in several calls in a row. `call` must prepare the outputs that it writes.
 */
export function departureOfCalls(call: () => string | null): string | null {
  for (let i = 0; i < callsInARow; i++) {
    const found = call()
    if (found !== null) return found
  }
  return null
}

const shown = (x: number) => (Object.is(x, -0) ? '-0' : String(x))
