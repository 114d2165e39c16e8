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

const shown = (x: number) => (Object.is(x, -0) ? '-0' : String(x))
