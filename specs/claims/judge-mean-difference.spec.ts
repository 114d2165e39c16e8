import { describe, expect, it } from 'vitest'
import type { EquivalenceClaim, PaperValueClaim } from '../../src/claims/claim.ts'
import { judge } from '../../src/claims/judge.ts'
import type { MeanDifference } from '../../src/claims/judged-claim.ts'
import { equivalence, here, on, paperValue, valued, work } from './example-work.ts'

type MarginClaim = EquivalenceClaim | PaperValueClaim

const accuracies = (arm: string, values: readonly number[]) =>
  values.map((testAccuracy, seed) => valued(arm, seed, { testAccuracy }))

function judgeOne(claim: MarginClaim, values: readonly number[], against: readonly number[] = []) {
  const records = [...accuracies('deformed', values), ...accuracies('undeformed', against)]
  return judge(work(claim), records, here)[0]
}

/** Against an arm that always has 1/2: the differences are what is written. */
const differing = (claim: MarginClaim, differences: readonly number[]) =>
  judgeOne(
    claim,
    differences.map((one) => Number((0.5 + one).toFixed(6))),
    differences.map(() => 0.5),
  )

const intervalOf = (claim: MarginClaim, differences: readonly number[]) =>
  (differing(claim, differences).evidence as MeanDifference).interval

// Five differences of deviation 0.03 have the standard error 0.03 / sqrt 5 = 0.0134164. With 4 degrees
// of freedom t is 2.1318468 at 5 % and 2.7764451 at 2.5 % (tables, and Shaw's closed form of 2006): the
// interval of 90 % confidence reaches 0.0286018, one of 95 % would reach 0.0372499.
const about = (mean: number) => [-0.03, -0.03, 0, 0.03, 0.03].map((one) => mean + one)
const reach = 0.0286018

describe('the interval of two one-sided tests at alpha', () => {
  it('has confidence 1 - 2 alpha, not 1 - alpha', () => {
    const [low, high] = intervalOf(equivalence, about(0.02))
    expect(low).toBeCloseTo(0.02 - reach, 6)
    expect(high).toBeCloseTo(0.02 + reach, 6)
    // At alpha 1 % t is 3.7469474 (98 %), not 4.6040949 (99 %).
    const [, sure] = intervalOf({ ...equivalence, alpha: 0.01 }, about(0.02))
    expect(sure).toBeCloseTo(0.02 + (3.7469474 * 0.03) / Math.sqrt(5), 6)
  })

  it('replicates where it lies in the margin, though one of 1 - alpha would not', () => {
    expect(differing(equivalence, about(0.02)).outcome).toBe('replicates')
    expect(differing(equivalence, about(-0.02)).outcome).toBe('replicates')
    expect(differing(equivalence, about(0.022)).outcome).toBe('inconclusive')
    expect(differing(equivalence, about(-0.022)).outcome).toBe('inconclusive')
  })

  it('refutes where it lies outside, though one of 1 - alpha would not', () => {
    expect(differing(equivalence, about(0.08)).outcome).toBe('not-replicated')
    expect(differing(equivalence, about(-0.08)).outcome).toBe('not-replicated')
    expect(differing(equivalence, about(0.078)).outcome).toBe('inconclusive')
    expect(differing(equivalence, about(-0.078)).outcome).toBe('inconclusive')
  })

  it('replicates at a p of exactly alpha', () => {
    const { pValue } = differing(equivalence, about(0.02)).evidence as MeanDifference
    // 1/2 - 11 sqrt(5) / 54, by the closed form for 4 degrees of freedom.
    expect(pValue).toBeCloseTo(0.0445047, 7)
    const at = (alpha: number) => differing({ ...equivalence, alpha }, about(0.02)).outcome
    expect([at(pValue!), at(pValue! - 1e-9)]).toEqual(['replicates', 'inconclusive'])
  })

  it.each([5, 6, 10, 30])(
    'of %i equal differences is a point: in the margin, on it, beyond it',
    (n) => {
      const claim = on(equivalence, `0-${n - 1}`)
      const all = (value: number) => differing(claim, new Array<number>(n).fill(value))
      expect(all(0.0499)).toMatchObject({ outcome: 'replicates', evidence: { pValue: 0 } })
      for (const edge of [0.05, -0.05]) {
        expect(all(edge)).toMatchObject({
          outcome: 'inconclusive',
          evidence: { pValue: 1, interval: [edge, edge] },
        })
      }
      expect([all(0.0501).outcome, all(-0.0501).outcome]).toEqual([
        'not-replicated',
        'not-replicated',
      ])
    },
  )

  it('is shown with the difference, the margin and p', () => {
    expect(differing(equivalence, about(0.02)).evidence.reading).toBe(
      'difference 0.02, between -0.0086 and 0.0486 (less than 0.05 either way asked), p = 0.045',
    )
  })
})

describe('fewer than five seeds', () => {
  it.each([2, 3, 4])('leave an equivalence open, even %i that agree', (n) => {
    const claim = on(equivalence, `0-${n - 1}`)
    const { outcome, evidence } = differing(claim, new Array<number>(n).fill(0))
    expect(outcome).toBe('inconclusive')
    expect(evidence).toMatchObject({ basis: 'comparison-only', deviation: 0, paper: null })
    expect(evidence.reading).toBe(
      `comparison only: ours 0.5 (mean of ${n}), the paper no figure; ${n} seeds are too few for a verdict, at least 5 are needed`,
    )
  })

  it("leave a paper's value open", () => {
    const { outcome, evidence } = judgeOne(on(paperValue, '0-3'), [0.9, 0.91, 0.89, 0.9])
    expect(outcome).toBe('inconclusive')
    expect(evidence).toMatchObject({ paper: { text: '0.9', value: 0.9 } })
    expect(evidence.reading).toBe(
      'comparison only: ours 0.9 (mean of 4), the paper 0.9; 4 seeds are too few for a verdict, at least 5 are needed',
    )
  })
})

describe("a paper's mean", () => {
  const five = [0.88, 0.89, 0.9, 0.91, 0.92]

  it("is held against ours by Welch's test", () => {
    // Ours: mean 0.9, variance 0.00025. Theirs: 0.9 of ten runs, variance 0.0005: the squared standard
    // errors are both 0.00005, so sqrt(0.0001) = 0.01 and 144/13 = 11.08 degrees of freedom: 11, for
    // which the tables have t = 1.7958848 at 5 %.
    const paper = { ...paperValue.paper!, value: 0.9, spread: Math.sqrt(0.0005), runs: 10 }
    const { evidence } = judgeOne({ ...paperValue, paper }, five)
    const { standardError, degreesOfFreedom, interval } = evidence as MeanDifference
    expect(standardError).toBeCloseTo(0.01, 12)
    expect(degreesOfFreedom).toBe(11)
    expect(interval[0]).toBeCloseTo(-0.017958848, 8)
    expect(interval[1]).toBeCloseTo(0.017958848, 8)
  })

  it('of two runs is tested, of one is not', () => {
    const over = (runs: number) => ({ ...paperValue, paper: { ...paperValue.paper!, runs } })
    expect(judgeOne(over(2), five).evidence.basis).toBe('paper-mean')
    expect(judgeOne(over(1), five)).toMatchObject({
      outcome: 'not-attempted',
      evidence: { basis: 'comparison-only' },
    })
  })

  it('without a figure has none to show', () => {
    const { value: _, ...unmeasured } = paperValue.paper!
    const { evidence } = judgeOne({ ...paperValue, paper: unmeasured }, five)
    expect(evidence).toMatchObject({
      basis: 'comparison-only',
      paper: { text: '0.9', value: null },
    })
  })
})
