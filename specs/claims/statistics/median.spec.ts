import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, fraction, negate, toNumber } from '../../../src/claims/statistics/fraction.ts'
import {
  median,
  medianLowerBound,
  medianUpperBound,
} from '../../../src/claims/statistics/median.ts'
import '../same-inputs.ts'

const whole = (values: readonly number[]) => values.map((value) => fraction(value))
const upTo = (n: number) => whole(Array.from({ length: n }, (_, i) => i + 1))

describe('the median', () => {
  it('is the middle value, or halfway between the middle two', () => {
    expect(toNumber(median(whole([9, 1, 5])))).toBe(5)
    expect(toNumber(median(whole([4, 1, 9, 2])))).toBe(3)
    expect(() => median([])).toThrow(RangeError)
  })

  it.each([
    [5, 5],
    [6, 6],
    [8, 7],
    [10, 9],
    [20, 15],
    [30, 20],
  ])('of %i values is bounded at 95 %% by the value of rank %i', (n, rank) => {
    expect(toNumber(medianUpperBound(upTo(n), 0.05)!)).toBe(rank)
    expect(toNumber(medianLowerBound(upTo(n), 0.05)!)).toBe(n + 1 - rank)
  })

  it('of four values has no bound at 95 %', () => {
    expect(medianUpperBound(upTo(4), 0.05)).toBeNull()
    expect(medianLowerBound(upTo(4), 0.05)).toBeNull()
  })

  it('lies between its bounds, which mirror each other', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 40 })
    fc.assert(
      fc.property(values, (numbers) => {
        const exact = whole(numbers)
        const upper = medianUpperBound(exact, 0.05)!
        const lower = medianLowerBound(exact, 0.05)!
        expect(compare(median(exact), upper)).toBeLessThanOrEqual(0)
        expect(compare(lower, median(exact))).toBeLessThanOrEqual(0)
        const mirrored = medianUpperBound(exact.map(negate), 0.05)!
        expect(compare(negate(mirrored), lower)).toBe(0)
      }),
    )
  })
})
