/**
 * Holm's step-down adjustment: the smallest p is multiplied by the number of tests, the next by one
 * fewer, and so on; an adjusted p is never below one that stands before it, nor above 1. In the
 * order given. A test passes at its alpha when its adjusted p is at most alpha.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((i, j) => pValues[i] - pValues[j] || i - j)
  const adjusted = new Array<number>(pValues.length)
  let largest = 0
  order.forEach((test, rank) => {
    largest = Math.max(largest, Math.min(1, pValues[test] * (pValues.length - rank)))
    adjusted[test] = largest
  })
  return adjusted
}
