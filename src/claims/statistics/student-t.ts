/**
 * P(T > t) for Student's t with a whole number of degrees of freedom >= 1. Whole numbers only, so
 * that powers are products and the beta function is a recurrence. It needs no logarithm, so the
 * bits are the same on every machine. Relative error about 1e-14.
 */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new RangeError(`${degreesOfFreedom} is not a number of degrees of freedom`)
  }
  if (Math.abs(t) === Infinity) return t > 0 ? 0 : 1
  const sum = degreesOfFreedom + t * t
  const half = halfTail(degreesOfFreedom / sum, (t * t) / sum, degreesOfFreedom)
  return t > 0 ? half : 1 - half
}

/**
 * The t that is exceeded with probability `tail`, which is in (0, 0.5]. Found by bisection to the
 * last bit.
 */
export function studentQuantile(tail: number, degreesOfFreedom: number): number {
  let low = 0
  let high = 1
  while (studentUpperTail(high, degreesOfFreedom) > tail) high *= 2
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return high
    if (studentUpperTail(middle, degreesOfFreedom) > tail) low = middle
    else high = middle
  }
}

/** Half the regularised incomplete beta function I_x(df/2, 1/2), with y = 1 - x. */
function halfTail(x: number, y: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2
  const front = (rootPower(x, degreesOfFreedom) * Math.sqrt(y)) / betaHalf(degreesOfFreedom)
  // The fraction converges fast on one side of the mode; the other side is its mirror image.
  if (x * (a + 2.5) < a + 1) return (front * betaFraction(a, 0.5, x)) / a / 2
  return 0.5 - front * betaFraction(0.5, a, y)
}

/** sqrt(x)^power. */
function rootPower(x: number, power: number): number {
  const root = Math.sqrt(x)
  let product = power % 2 === 1 ? root : 1
  for (let i = 0; i < Math.floor(power / 2); i++) product *= x
  return product
}

/**
 * B(df/2, 1/2), from B(1/2, 1/2) = pi or B(1, 1/2) = 2 by the recurrence B(a + 1, b) = B(a, b) a /
 * (a + b).
 */
function betaHalf(degreesOfFreedom: number): number {
  const odd = degreesOfFreedom % 2 === 1
  let beta = odd ? Math.PI : 2
  for (let a = odd ? 0.5 : 1; a < degreesOfFreedom / 2; a++) beta *= a / (a + 0.5)
  return beta
}

/**
 * The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), evaluated
 * from the front by Lentz's method. No denominator vanishes for 0 < x < 1 on the side it is used.
 */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value
}
