const view = new DataView(new ArrayBuffer(8))

/**
 * How many steps of float64 lie between two numbers, 0 for the same bits; -0 and 0 are one apart.
 * Null when either is NaN. Exact up to 2^53, rounded above.
 */
export function ulpDistance(a: number, b: number): number | null {
  if (Number.isNaN(a) || Number.isNaN(b)) return Object.is(a, b) ? 0 : null
  const distance = rank(a) - rank(b)
  return Number(distance < 0n ? -distance : distance)
}

/** The rank of a number among all float64 values in ascending order; -0 is directly below 0. */
function rank(value: number): bigint {
  view.setFloat64(0, value)
  const bits = view.getBigInt64(0)
  return bits >= 0n ? bits : -(bits & 0x7fff_ffff_ffff_ffffn) - 1n
}
