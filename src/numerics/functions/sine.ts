/** sin and cos are defined for |x| up to 2^20; beyond it they give NaN rather than a guess. */
export const largestAngle = 1048576

const twoOverPi = 0.6366197723675814
const integerMagic = 6755399441055744
// pi/2 in three parts: 33 and 33 bits, so that n times them is exact for |n| < 2^20, and the rest.
const halfPiHigh = 1.5707963267341256
const halfPiMiddle = 6.077100506303966e-11
const halfPiLow = 2.0222662487959506e-21

/** sin x in float64 only: angles are rounded once when they enter a kernel. sin(-0) is -0. */
export function sine(x: number): number {
  if (x === 0) return x
  if (!(Math.abs(x) <= largestAngle)) return Number.NaN
  const { quadrant, high, low } = reduce(x)
  const y = quadrant & 1 ? cosineKernel(high, low) : sineKernel(high, low)
  return quadrant & 2 ? -y : y
}

/** cos x in float64 only. */
export function cosine(x: number): number {
  if (!(Math.abs(x) <= largestAngle)) return Number.NaN
  const { quadrant, high, low } = reduce(x)
  const y = quadrant & 1 ? sineKernel(high, low) : cosineKernel(high, low)
  return (quadrant + 1) & 2 ? -y : y
}

/** x = n pi/2 + high + low, n the nearest integer; the quadrant is n mod 4. */
function reduce(x: number): { quadrant: number; high: number; low: number } {
  const n = x * twoOverPi + integerMagic - integerMagic
  const first = x - n * halfPiHigh
  const middle = n * halfPiMiddle
  const second = first - middle
  const rest = first - second - middle - n * halfPiLow
  const high = second + rest
  return { quadrant: n & 3, high, low: second - high + rest }
}

/** sin(y + low) for |y| <= pi/4: y + (y^3 S(y^2) + low (1 - y^2/2)). */
function sineKernel(y: number, low: number): number {
  const z = y * y
  let p = 1.5896197874007814e-10
  p = p * z - 2.505074722341134e-8
  p = p * z + 2.7557313618060182e-6
  p = p * z - 0.00019841269829580329
  p = p * z + 0.008333333333322108
  p = p * z - 0.1666666666666663
  return y + (z * y * p + low * (1 - 0.5 * z))
}

/** cos(y + low) for |y| <= pi/4: w = 1 - y^2/2 with its rounding error put back beside y^4 C(y^2). */
function cosineKernel(y: number, low: number): number {
  const z = y * y
  let p = -1.135851393739536e-11
  p = p * z + 2.0875700415558256e-9
  p = p * z - 2.7557314176233673e-7
  p = p * z + 2.4801587288841367e-5
  p = p * z - 0.001388888888887304
  p = p * z + 0.041666666666666595
  const halfSquare = 0.5 * z
  const w = 1 - halfSquare
  return w + (1 - w - halfSquare + (z * z * p - y * low))
}
