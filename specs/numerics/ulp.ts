/** |y - exact| in units in the last place of a float with `precision` bits and this least exponent. */
function ulpError(y: number, exact: number, precision: number, leastExponent: number): number {
  if (y === exact) return 0
  let exponent = leastExponent
  while (exponent < 1023 && Math.abs(exact) >= 2 ** (exponent + 1)) exponent++
  return Math.abs(y - exact) / 2 ** Math.max(exponent - precision + 1, -1074)
}

export const ulpErrorF32 = (y: number, exact: number) => ulpError(y, exact, 24, -126)
export const ulpErrorF64 = (y: number, exact: number) => ulpError(y, exact, 53, -1022)

/** `count` evenly spaced numbers of [low, high], both ends included. */
export function* sweep(low: number, high: number, count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield low + ((high - low) * i) / (count - 1)
}
