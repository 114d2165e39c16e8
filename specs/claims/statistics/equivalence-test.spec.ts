import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  equivalenceTest,
  pairedDifference,
  welchDifference,
} from '../../../src/claims/statistics/equivalence-test.ts'
import { mean, sampleDeviation } from '../../../src/claims/statistics/moments.ts'
import '../same-inputs.ts'

describe('mean and sample standard deviation', () => {
  it('are those of the textbook', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5)
    expect(sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14)
    expect(sampleDeviation([3])).toBeNaN()
    expect(mean([])).toBeNaN()
  })

  it('of equal values are that value and nothing, however their sum rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 2, max: 30 }), (k, n) => {
        const equal = new Array<number>(n).fill(k / 1000)
        expect([mean(equal), sampleDeviation(equal)]).toEqual([k / 1000, 0])
      }),
    )
  })
})

// Student's t has closed forms for 1, 2 and 4 degrees of freedom (W. T. Shaw, Sampling Student's T
// distribution, 2006, section 2): what follows is worked out from these, not from the code.

/** The t that is exceeded with probability `tail`. */
const quantile: Readonly<Record<number, (tail: number) => number>> = {
  1: (tail) => Math.tan(Math.PI * (0.5 - tail)),
  2: (tail) => (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail)),
  4: (tail) => {
    const root = Math.sqrt(4 * tail * (1 - tail))
    return 2 * Math.sqrt(Math.cos(Math.acos(root) / 3) / root - 1)
  },
}

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

  it.each([
    [2, 1, 0.05, 6.3137515],
    [3, 2, 0.05, 2.9199856],
    [5, 4, 0.05, 2.1318468],
    [5, 4, 0.01, 3.7469474],
  ])(
    'of %i pairs, %i degrees of freedom, leave alpha = %f beyond each end',
    (n, df, alpha, table) => {
      const differences = [0.01, 0.04, -0.02, 0.05, 0.03].slice(0, n)
      const { value, standardError, degreesOfFreedom } = pairedDifference(differences)
      const { interval } = equivalenceTest(pairedDifference(differences), 0.5, alpha)
      const t = quantile[df](alpha)
      expect(t).toBeCloseTo(table, 6)
      expect(degreesOfFreedom).toBe(df)
      expect(standardError).toBeCloseTo(sampleDeviation(differences) / Math.sqrt(n), 15)
      expect(interval[0]).toBeCloseTo(value - t * standardError, 12)
      expect(interval[1]).toBeCloseTo(value + t * standardError, 12)
    },
  )

  it('have the p of the nearer end of the margin', () => {
    // Mean 0.02, deviation 0.03: t = 0.03 / (0.03 / sqrt 5), so t^2 = 5. With 4 degrees of freedom and
    // s = t / sqrt(4 + t^2) = sqrt(5) / 3, P(T > t) = 1/2 - (3 s - s^3) / 4 = 1/2 - 11 sqrt(5) / 54.
    const p = 1 / 2 - (11 * Math.sqrt(5)) / 54
    for (const sign of [1, -1]) {
      const differences = [-0.01, -0.01, 0.02, 0.05, 0.05].map((one) => sign * one)
      const { pValue } = equivalenceTest(pairedDifference(differences), 0.05, 0.05)
      expect(pValue).toBeCloseTo(p, 12)
      // Beyond the margin by as much, the test is as sure of the contrary.
      const beyond = differences.map((one) => one + sign * 0.06)
      expect(equivalenceTest(pairedDifference(beyond), 0.05, 0.05).pValue).toBeCloseTo(1 - p, 12)
    }
  })

  it('give one half to a mean on the margin, whatever the spread', () => {
    const differences = pairedDifference([-0.25, 0.25, 0.5, 0.75, 1.25])
    expect(equivalenceTest(differences, 0.5, 0.05).pValue).toBe(0.5)
  })

  it('leave no doubt about equal differences, which on the margin are not inside it', () => {
    for (const n of [2, 3, 5, 6, 10, 30]) {
      const all = (value: number) => pairedDifference(new Array<number>(n).fill(value))
      expect(equivalenceTest(all(0.003), 0.003, 0.05)).toMatchObject({
        pValue: 1,
        interval: [0.003, 0.003],
      })
      expect(equivalenceTest(all(-0.003), 0.003, 0.05).pValue).toBe(1)
      expect(equivalenceTest(all(0.0029), 0.003, 0.05).pValue).toBe(0)
    }
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

  // (a + b)^2 / (a^2 / (m - 1) + b^2 / (n - 1)), a and b the squared standard errors of the means of m
  // and n runs: only their ratio counts, so that each is a fraction worked out by hand.
  it.each([
    { ours: [1, 5], theirs: [1, 7], exact: 48 / 5, whole: 9 },
    { ours: [1, 5], theirs: [1, 10], exact: 144 / 13, whole: 11 },
    { ours: [1, 6], theirs: [1, 11], exact: 40 / 3, whole: 13 },
    { ours: [2, 5], theirs: [1, 9], exact: 8, whole: 8 },
    { ours: [1, 2], theirs: [1, 3], exact: 8 / 3, whole: 2 },
    { ours: [1, 2], theirs: [100, 3], exact: 10201 / 5001, whole: 2 },
    { ours: [100, 2], theirs: [1, 9], exact: 81608 / 80001, whole: 1 },
  ])(
    'has $whole degrees of freedom of $exact, never rounded up',
    ({ ours, theirs, exact, whole }) => {
      const [a, m] = ours
      const [b, n] = theirs
      expect((a + b) ** 2 / (a ** 2 / (m - 1) + b ** 2 / (n - 1))).toBeCloseTo(exact, 12)
      const group = (square: number, runs: number) => ({
        mean: 0,
        deviation: Math.sqrt(square * runs) / 100,
        runs,
      })
      const difference = welchDifference(group(a, m), group(b, n))
      expect(difference.degreesOfFreedom).toBe(whole)
      expect(difference.standardError).toBeCloseTo(Math.sqrt(a + b) / 100, 14)
      expect(welchDifference(group(b, n), group(a, m)).degreesOfFreedom).toBe(whole)
    },
  )

  it('is ours less theirs', () => {
    const group = { deviation: 0.1, runs: 5 }
    expect(welchDifference({ ...group, mean: 3 }, { ...group, mean: 1 }).value).toBe(2)
  })

  it('falls back to the noisy group where the other has no spread', () => {
    const noisy = { mean: 1, deviation: 0.3, runs: 5 }
    const still = { mean: 0, deviation: 0, runs: 30 }
    expect(welchDifference(noisy, still).degreesOfFreedom).toBe(4)
    expect(welchDifference(still, still)).toMatchObject({ standardError: 0, degreesOfFreedom: 29 })
  })
})
