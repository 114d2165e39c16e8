import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rateLowerBound,
  rateTest,
  rateUpperBound,
  refutesRate,
} from '../../../src/claims/statistics/clopper-pearson.ts'
import '../same-inputs.ts'

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
        const [low, high] = [rateLowerBound(k, n, 0.05), rateUpperBound(k, n, 0.05)]
        // The tests are exact, the bounds are rounded outwards: they may part on the bound itself.
        fc.pre(Math.abs(low - rate) > 1e-9 && Math.abs(high - rate) > 1e-9)
        expect(rateTest(k, n, rate) <= 0.05).toBe(low >= rate)
        expect(refutesRate(k, n, rate, 0.05)).toBe(high < rate)
        expect(low).toBeLessThanOrEqual(k / n)
        expect(high).toBeGreaterThanOrEqual(k / n)
      }),
    )
  })

  it.each([1, 2, 5, 10, 30])('of %i in as many are off by 1e-12 at most, and outwards', (n) => {
    // All of n succeed with probability rate^n, so the bound is the n-th root of the error rate.
    const root = 0.05 ** (1 / n)
    const low = rateLowerBound(n, n, 0.05)
    expect(low).toBeLessThanOrEqual(root + 1e-15)
    expect(low).toBeGreaterThan(root - 1e-12)
    expect(rateUpperBound(0, n, 0.05)).toBe(1 - low)
  })

  it('leave a rate standing that lies on the bound itself', () => {
    expect(refutesRate(0, 1, 0.95, 0.05)).toBe(false)
    expect(refutesRate(0, 1, 0.951, 0.05)).toBe(true)
    expect(rateTest(1, 1, 0.05)).toBe(0.05)
  })

  it('take hundreds of seeds', () => {
    expect(rateLowerBound(150, 300, 0.05)).toBeCloseTo(0.4507, 3)
  })
})
