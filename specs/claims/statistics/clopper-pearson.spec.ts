import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rateLowerBound,
  rateTest,
  rateUpperBound,
  refutesRate,
} from '../../../src/claims/statistics/clopper-pearson.ts'

describe("Clopper and Pearson's bounds", () => {
  it.each([
    // The two-sided 95 % interval of the tables is a pair of one-sided bounds of 2.5 % each.
    [9, 10, 0.025, 0.554984, 0.997471],
    [10, 10, 0.025, 0.691503, 1],
    [0, 10, 0.025, 0, 0.308497],
    [9, 30, 0.025, 0.147344, 0.493964],
    [10, 10, 0.05, 0.741134, 1],
    [9, 10, 0.05, 0.605837, 0.994884],
  ])('of %i in %i at error rate %f are %f and %f', (successes, runs, errorRate, low, high) => {
    expect(rateLowerBound(successes, runs, errorRate)).toBeCloseTo(low, 5)
    expect(rateUpperBound(successes, runs, errorRate)).toBeCloseTo(high, 5)
  })

  it('agree with the exact tests about every rate', () => {
    const runs = fc
      .integer({ min: 1, max: 30 })
      .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }))
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 99 }), ({ n, k }, percent) => {
        const rate = percent / 100
        expect(rateTest(k, n, rate) <= 0.05).toBe(rateLowerBound(k, n, 0.05) >= rate)
        expect(refutesRate(k, n, rate, 0.05)).toBe(rateUpperBound(k, n, 0.05) < rate)
        expect(rateLowerBound(k, n, 0.05)).toBeLessThan(k / n + 1e-9)
        expect(rateUpperBound(k, n, 0.05)).toBeGreaterThan(k / n - 1e-9)
      }),
    )
  })

  it('take hundreds of seeds', () => {
    expect(rateLowerBound(150, 300, 0.05)).toBeCloseTo(0.4507, 3)
  })
})
