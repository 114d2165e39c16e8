/**
 * The first place where an answer has other bits than the definition's, in words, or null. A NaN
 * equals no number here, not even a NaN: a benchmark whose answer diverges measures nothing.
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

/** A kernel that leaves out some of its calls shows it within a few. */
const callsInARow = 4

/** The first departure that one of several calls in a row shows; `call` prepares what it writes to. */
export function departureOfCalls(call: () => string | null): string | null {
  for (let i = 0; i < callsInARow; i++) {
    const found = call()
    if (found !== null) return found
  }
  return null
}

const shown = (x: number) => (Object.is(x, -0) ? '-0' : String(x))
