import { powerOfTwo } from '../functions/powers-of-two.ts'

const twoTo128 = powerOfTwo(128)
const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)
const highWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

/** 1 / ulp of a float32 result, by the biased exponent of its exact value as a float64. */
const ulpsPerUnit = Float64Array.from({ length: 2048 }, (_, biased) => {
  const exponent = Math.min(Math.max(biased - 1023, -126), 127)
  return 1 / powerOfTwo(exponent - 23)
})

/**
 * |y - exact| in units in the last place of float32 at the exact value: one number for normal,
 * subnormal and overflowing results. Where the exact value rounds to infinity, infinity has no error,
 * and an infinity too early counts as 2^128. NaN for NaN has none, NaN on one side an infinite one.
 */
export function ulpError(y: number, exact: number): number {
  if (Number.isNaN(y) || Number.isNaN(exact)) {
    return Number.isNaN(y) && Number.isNaN(exact) ? 0 : Infinity
  }
  double[0] = exact
  const scale = ulpsPerUnit[(words[highWord] >>> 20) & 0x7ff]
  const error = Math.abs(y - exact) * scale
  return error < Infinity ? error : errorAtInfinity(y, exact, scale)
}

function errorAtInfinity(y: number, exact: number, scale: number): number {
  if (Object.is(y, Math.fround(exact))) return 0
  const overflown = y === Infinity ? twoTo128 : y === -Infinity ? -twoTo128 : y
  return Math.abs(overflown - exact) * scale
}
