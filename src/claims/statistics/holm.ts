/**
 * Holm's step-down adjustment: the smallest p is multiplied by the number of tests, the next by one
 * fewer, and so on; an adjusted p is never below the adjusted p of a smaller one, and never above
 * 1. The result is in the order of the argument. A test passes at its alpha when its adjusted p is
 * at most alpha.
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
