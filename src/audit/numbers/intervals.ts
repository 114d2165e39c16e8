import type { WrittenNumber } from '../facts/numbers/written-numbers.ts'

/** The values that a number may have stood for before it was rounded. */
export type Interval = readonly [low: number, high: number]

/** A round whole number, "50 times", may be one in its first digit only. */
export function intervalOf({
  value,
  step,
  approximate,
  isInteger,
  percent,
}: WrittenNumber): Interval {
  const isRound = isInteger && !percent && value !== 0
  const zeros = isRound ? (/0*$/.exec(String(Math.abs(value)))?.[0].length ?? 0) : 0
  const slack = (approximate ? 1.5 : 0.5) * step * 10 ** zeros * (1 + 1e-6)
  const size = Math.abs(value)
  return [size - slack, size + slack]
}

export const meets = ([a, b]: Interval, [c, d]: Interval): boolean => a <= d && c <= b

/** Ratios and relative differences of two positive intervals, each way round. */
export function ratiosOf([a, b]: Interval, [c, d]: Interval): Interval[] {
  if (a <= 0 || c <= 0) return []
  const ratios: Interval[] = [
    [a / d, b / c],
    [c / b, d / a],
  ]
  return [
    ...ratios,
    ...ratios.map(([low, high]): Interval => (low > 1 ? [low - 1, high - 1] : [1 - high, 1 - low])),
  ]
}

/** The same of a number with its sign, and no rounder than it is written. */
export const exactInterval = ({ value, step }: WrittenNumber): Interval => [
  value - 0.5 * step,
  value + 0.5 * step,
]
