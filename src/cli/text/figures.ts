import type { MetricDeclaration } from '../../claims/claim.ts'
import { digits, unitSign } from '../../docs/amounts.ts'
import type { Spread } from '../../docs/spread.ts'

/** `5.05 [4.70, 5.40] %`: median, least, most. One run has no range. */
export function spreadText(
  { seeds, median, least, most }: Spread,
  unit: MetricDeclaration['unit'],
): string {
  const range = seeds.length > 1 ? ` [${digits(least, unit)}, ${digits(most, unit)}]` : ''
  return `${digits(median, unit)}${range} ${unitSign(unit)}`.trim()
}

/** `1.43 TFLOP`, `730 GFLOP`, `12 MFLOP`. */
export function flopsText(flops: number): string {
  const [size, name] =
    flops >= 1e11 ? [1e12, 'TFLOP'] : flops >= 1e9 ? [1e9, 'GFLOP'] : [1e6, 'MFLOP']
  const value = flops / size
  return `${value >= 100 || value === 0 ? value.toFixed(0) : value.toPrecision(3)} ${name}`
}

/** `0.4 s`, `12 s`, `3 min 20 s`, `2 h 05 min`. */
export function durationText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 120) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 90) return `${minutes} min ${String(whole % 60).padStart(2, '0')} s`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
