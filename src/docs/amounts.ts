import type { MetricDeclaration } from '../claims/claim.ts'
import { type Fraction, toNumber } from '../claims/statistics/fraction.ts'

type Unit = MetricDeclaration['unit']

/** Digits after the point of a percentage: one image of MNIST's ten thousand is 0.01 %. */
const places = 2

/** A fraction in per cent without the sign, rounded half away from zero on exact integers. */
export function percentDigits({ numerator, denominator }: Fraction): string {
  const scale = 10n ** BigInt(places)
  const magnitude = numerator < 0n ? -numerator : numerator
  const hundredths = (2n * magnitude * 100n * scale + denominator) / (2n * denominator)
  const sign = numerator < 0n && hundredths > 0n ? '-' : ''
  return `${sign}${hundredths / scale}.${String(hundredths % scale).padStart(places, '0')}`
}

/** A number of a metric without its unit: per cent, a count, or three significant digits. */
export function digits(value: Fraction, unit: Unit): string {
  if (unit === 'fraction') return percentDigits(value)
  const number = toNumber(value)
  return unit === 'count' ? String(Number(number.toFixed(1))) : number.toPrecision(3)
}

/** Nothing for a count: its label says what is counted. */
export function unitSign(unit: Unit): string {
  return unit === 'fraction' ? '%' : unit === 'count' ? '' : unit
}

/** A number of a metric as a person reads it: "1.25 %", "0.173 nats". */
export function amount(value: Fraction, unit: Unit): string {
  return `${digits(value, unit)} ${unitSign(unit)}`.trim()
}

/** A difference of two numbers of a metric: fractions differ by points. "0.20 points", "0.173 nats". */
export function difference(value: Fraction, unit: Unit): string {
  return `${digits(value, unit)} ${unit === 'fraction' ? 'points' : unitSign(unit)}`.trim()
}
