import type { WrittenNumber } from '../facts/numbers/written-numbers.ts'

/** Per cent as the fraction that they are. */
export const plainValue = ({ value, percent, of }: WrittenNumber): number =>
  of !== null ? value / of : percent ? value / 100 : value

/** One unit of the last digit, as a fraction; a count of a whole is exact. */
export const stepOf = ({ step, percent, of }: WrittenNumber): number =>
  of !== null ? 0 : percent ? step / 100 : step

/** Whether two numbers may be one, each rounded as it is written; where one may be per cent, as that. */
export function isAlike(a: WrittenNumber, b: WrittenNumber): boolean {
  const slack = (one: WrittenNumber) => (one.approximate ? 1.5 : 0.5) * stepOf(one)
  return [1, 100, 0.01].some((scale) => {
    if (scale !== 1 && (a.percent || b.percent)) return false
    const all = slack(a) + slack(b) * scale
    return Math.abs(plainValue(a) - plainValue(b) * scale) <= all + 1e-9 * Math.abs(plainValue(a))
  })
}
