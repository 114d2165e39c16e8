/** An exact rational number, `denominator` > 0; not necessarily in lowest terms. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** `count` of `total`. Both are safe integers, total > 0. */
export function fraction(count: number | bigint, total: number | bigint = 1n): Fraction {
  return { numerator: BigInt(count), denominator: BigInt(total) }
}

/**
 * The decimal that a person wrote: 0.02 is 2/100 here, not the nearest binary number, so that a
 * difference of 200 in 10,000 is at least 0.02. Throws RangeError for a number that is not finite.
 */
export function decimal(value: number): Fraction {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!parts) throw new RangeError(`${value} is not a finite number`)
  const [, sign = '', whole = '', places = '', exponent = '0'] = parts
  const digits = BigInt(sign + whole + places)
  const scale = places.length - Number(exponent)
  return scale > 0 ? fraction(digits, tenTo(scale)) : fraction(digits * tenTo(-scale))
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

export function negate(a: Fraction): Fraction {
  return { numerator: -a.numerator, denominator: a.denominator }
}

/** The point halfway between two fractions. */
export function midpoint(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: 2n * a.denominator * b.denominator,
  }
}

/** Negative, zero or positive as a < b, a = b or a > b; exact. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** The nearest float64 (ties to even), whatever the size of the integers. */
export function toNumber({ numerator, denominator }: Fraction): number {
  if (numerator === 0n) return 0
  const magnitude = numerator < 0n ? -numerator : numerator
  // At least 60 bits of quotient. The last bit is 1 if there is a remainder, so that the single
  // rounding below is correct.
  const shift = 64 + bits(denominator) - bits(magnitude)
  const top = shift > 0 ? magnitude << BigInt(shift) : magnitude
  const bottom = shift < 0 ? denominator << BigInt(-shift) : denominator
  const quotient = top / bottom
  const sticky = quotient * bottom === top ? 0n : 1n
  const value = timesPowerOfTwo(Number(quotient | sticky), -shift)
  return numerator < 0n ? -value : value
}

function timesPowerOfTwo(value: number, exponent: number): number {
  const factor = exponent < 0 ? 0.5 : 2
  let scaled = value
  for (let i = Math.abs(exponent); i > 0; i--) scaled *= factor
  return scaled
}

function bits(positive: bigint): number {
  return positive.toString(16).length * 4
}

function tenTo(power: number): bigint {
  return BigInt(`1${'0'.repeat(power)}`)
}
