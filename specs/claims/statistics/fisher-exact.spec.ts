import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fisherExact } from '../../../src/claims/statistics/fisher-exact.ts'
import '../same-inputs.ts'

const group = fc
  .integer({ min: 1, max: 30 })
  .chain((runs) => fc.record({ runs: fc.constant(runs), successes: fc.nat({ max: runs }) }))

describe("Fisher's exact test", () => {
  it('finds 9 of 30 against 9 of 10 improbable', () => {
    const test = fisherExact({ successes: 9, runs: 30 }, { successes: 9, runs: 10 })
    expect(test.twoSided).toBeCloseTo(0.0021, 3)
    expect(test.aIsLower).toBeLessThanOrEqual(test.twoSided)
    expect(test.aIsHigher).toBeGreaterThan(0.99)
  })

  it('agrees with the lady who tasted tea', () => {
    const test = fisherExact({ successes: 3, runs: 4 }, { successes: 1, runs: 4 })
    expect(test.aIsHigher).toBeCloseTo(17 / 70, 12)
    expect(test.twoSided).toBeCloseTo(34 / 70, 12)
  })

  it('has p = 1 where all or none succeed', () => {
    const all = fisherExact({ successes: 5, runs: 5 }, { successes: 3, runs: 3 })
    const none = fisherExact({ successes: 0, runs: 5 }, { successes: 0, runs: 3 })
    expect([all.twoSided, none.twoSided]).toEqual([1, 1])
  })

  it('says the same of two groups in either order', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const there = fisherExact(a, b)
        const back = fisherExact(b, a)
        expect(back.twoSided).toBe(there.twoSided)
        expect(back.aIsHigher).toBe(there.aIsLower)
      }),
    )
  })
})
