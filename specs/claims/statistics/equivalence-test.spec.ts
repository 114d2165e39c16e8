import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  equivalenceTest,
  pairedDifference,
  welchDifference,
} from '../../../src/claims/statistics/equivalence-test.ts'
import { mean, sampleDeviation } from '../../../src/claims/statistics/moments.ts'

describe('mean and sample standard deviation', () => {
  it('are those of the textbook', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5)
    expect(sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14)
    expect(sampleDeviation([3])).toBeNaN()
    expect(mean([])).toBeNaN()
  })
})

describe('two one-sided tests', () => {
  it('are at alpha exactly where the interval touches the margin', () => {
    const difference = fc.record({
      value: fc.double({ min: -1, max: 1, noNaN: true }),
      standardError: fc.double({ min: 1e-3, max: 1, noNaN: true }),
      degreesOfFreedom: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(difference, fc.double({ min: 0.01, max: 2, noNaN: true }), (d, margin) => {
        const { pValue, interval } = equivalenceTest(d, margin, 0.05)
        const slack = margin - Math.max(Math.abs(interval[0]), Math.abs(interval[1]))
        fc.pre(Math.abs(slack) > 1e-9)
        expect(pValue <= 0.05).toBe(slack > 0)
      }),
    )
  })

  it('work out a small example by hand', () => {
    // Mean 0.2, deviation sqrt(0.025), standard error sqrt(0.005), t = 0.3 / 0.0707 = 4.243, 4 df.
    const difference = pairedDifference([0, 0.1, 0.2, 0.3, 0.4])
    const { pValue, interval } = equivalenceTest(difference, 0.5, 0.05)
    expect(difference.standardError).toBeCloseTo(Math.sqrt(0.005), 14)
    expect(pValue).toBeCloseTo(0.00662, 5)
    expect(interval[0]).toBeCloseTo(0.2 - 2.131847 * Math.sqrt(0.005), 6)
  })

  it('take a difference without spread as known', () => {
    const known = { value: 0.1, standardError: 0, degreesOfFreedom: 4 }
    expect(equivalenceTest(known, 0.2, 0.05)).toMatchObject({ pValue: 0, interval: [0.1, 0.1] })
    expect(equivalenceTest(known, 0.1, 0.05).pValue).toBe(1)
  })
})

describe("Welch's difference", () => {
  it('has the degrees of freedom of the pooled test where both groups spread alike', () => {
    const group = { mean: 1, deviation: 0.3, runs: 5 }
    expect(welchDifference(group, group)).toEqual({
      value: 0,
      standardError: Math.sqrt(2 * ((0.3 * 0.3) / 5)),
      degreesOfFreedom: 8,
    })
  })

  it('falls back to the noisy group where the other has no spread', () => {
    const noisy = { mean: 1, deviation: 0.3, runs: 5 }
    const still = { mean: 0, deviation: 0, runs: 30 }
    expect(welchDifference(noisy, still).degreesOfFreedom).toBe(4)
    expect(welchDifference(still, still)).toMatchObject({ standardError: 0, degreesOfFreedom: 29 })
  })
})
