/**
 * The median of plain numbers, for pictures and benchmarks. Claims are decided on exact fractions
 * (median.ts). Throws RangeError for an empty list.
 */
export function middle(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('a median needs at least one number')
  const sorted = values.toSorted((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2
}
