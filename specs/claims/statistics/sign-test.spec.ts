import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signTest } from '../../../src/claims/statistics/sign-test.ts'
import '../same-inputs.ts'

const votes = (wins: number, losses: number, ties = 0) => [
  ...new Array(wins).fill(1),
  ...new Array(losses).fill(-1),
  ...new Array(ties).fill(0),
]

describe('the exact one-sided sign test', () => {
  it.each([
    [5, 0, 1 / 32],
    [4, 0, 1 / 16],
    [6, 4, 386 / 1024],
    [9, 1, 11 / 1024],
    [0, 5, 1],
    [20, 10, 0.04936857],
  ])('of %i wins and %i losses has p = %f', (wins, losses, p) => {
    expect(signTest(votes(wins, losses)).pValue).toBeCloseTo(p, 7)
  })

  it('drops ties from n and reports them', () => {
    expect(signTest(votes(5, 0, 3))).toEqual({ wins: 5, losses: 0, ties: 3, n: 5, pValue: 1 / 32 })
    expect(signTest(votes(0, 0, 7))).toMatchObject({ n: 0, ties: 7, pValue: 1 })
  })

  it('stays exact for hundreds of seeds', () => {
    expect(signTest(votes(400, 0)).pValue).toBe(2 ** -400)
    const { pValue } = signTest(votes(200, 200))
    expect(pValue).toBeGreaterThan(0.5)
    expect(pValue).toBeLessThan(0.53)
  })

  it('never favours both sides', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 1 }), { maxLength: 40 }), (signs) => {
        const other = signTest(signs.map((sign) => -sign))
        expect(signTest(signs).pValue + other.pValue).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})
