/**
 * The median of plain numbers, for pictures and benchmarks; what decides a claim is taken on exact
 * fractions (median.ts). Throws RangeError for none.
 */
export function middle(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the middle of no numbers')
  const sorted = values.toSorted((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2
}
