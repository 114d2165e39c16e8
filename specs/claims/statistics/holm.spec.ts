import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holm } from '../../../src/claims/statistics/holm.ts'
import '../same-inputs.ts'

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })

describe("Holm's adjustment", () => {
  it('multiplies the smallest by all, the next by one fewer, and never steps back', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005])
    const expected = [0.03, 0.06, 0.06, 0.02]
    adjusted.forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i], 12)
    })
    expect(holm([0.9, 0.8])).toEqual([1, 1])
    expect(holm([0.03])).toEqual([0.03])
    expect(holm([])).toEqual([])
  })

  it('keeps the order of the p-values and lowers none', () => {
    fc.assert(
      fc.property(probabilities, (ps) => {
        const adjusted = holm(ps)
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p)
          ps.forEach((q, j) => {
            if (p <= q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j])
          })
        })
      }),
    )
  })

  it('gives each test the same whatever the order of the tests', () => {
    fc.assert(
      fc.property(probabilities, (ps) => {
        expect(holm(ps.toReversed())).toEqual(holm(ps).toReversed())
      }),
    )
  })

  it('never falls when one of the p-values rises', () => {
    fc.assert(
      fc.property(
        probabilities,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ps, at, up) => {
          const raised = ps.map((p, i) => (i === at % ps.length ? Math.max(p, up) : p))
          const before = holm(ps)
          holm(raised).forEach((p, i) => {
            expect(p).toBeGreaterThanOrEqual(before[i])
          })
        },
      ),
    )
  })
})
