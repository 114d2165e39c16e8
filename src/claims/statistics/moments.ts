/**
 * The arithmetic mean, summed from left to right; NaN for an empty list. The mean of equal values
 * is exactly their value, so that their deviation is exactly 0; the rounded sum would give a
 * deviation of about 1e-19.
 */
export function mean(values: readonly number[]): number {
  if (values.length > 0 && values.every((value) => value === values[0])) return values[0]
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** The sample standard deviation (divisor n - 1), in two passes; NaN for fewer than two values. */
export function sampleDeviation(values: readonly number[]): number {
  const centre = mean(values)
  let squares = 0
  for (const value of values) squares += (value - centre) * (value - centre)
  return values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1))
}
