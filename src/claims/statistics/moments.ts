/**
 * The arithmetic mean, summed from left to right; NaN of no values. Equal values have themselves for
 * a mean, and so no deviation at all, where their rounded sum would leave them one of 1e-19.
 */
export function mean(values: readonly number[]): number {
  if (values.length > 0 && values.every((value) => value === values[0])) return values[0]
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** The sample standard deviation (n - 1 below the line), two passes; NaN below two values. */
export function sampleDeviation(values: readonly number[]): number {
  const centre = mean(values)
  let squares = 0
  for (const value of values) squares += (value - centre) * (value - centre)
  return values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1))
}
