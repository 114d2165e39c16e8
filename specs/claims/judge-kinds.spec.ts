import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { judge } from '../../src/claims/judge.ts'
import type { JudgedRecord } from '../../src/claims/judged-claim.ts'
import {
  counted,
  equivalence,
  here,
  on,
  paperValue,
  successRate,
  threshold,
  valued,
  work,
} from './example-work.ts'

const judgeOne = (claim: Claim, records: readonly JudgedRecord[]) =>
  judge(work(claim), records, here)[0]

const errors = (...wrong: number[]) => wrong.map((count, seed) => counted('deformed', seed, count))

const accuracies = (arm: string, ...values: number[]) =>
  values.map((testAccuracy, seed) => valued(arm, seed, { testAccuracy }))

const many = <T>(n: number, value: T): T[] => new Array<T>(n).fill(value)

describe('a threshold', () => {
  it('replicates where all five seeds lie on the good side', () => {
    const { outcome, evidence } = judgeOne(threshold, errors(117, 139, 120, 127, 139))
    expect(outcome).toBe('replicates')
    expect(evidence.reading).toBe(
      '5 of 5 seeds favour it, p = 0.031, median 0.0127 (at most 0.014 asked)',
    )
  })

  it('takes a seed exactly on the bound for a tie', () => {
    const { outcome, evidence } = judgeOne(threshold, errors(117, 140, 120, 127, 139))
    expect(outcome).toBe('inconclusive')
    expect(evidence).toMatchObject({ wins: 4, ties: 1, n: 4 })
  })

  it('is refuted where all five lie beyond it', () => {
    expect(judgeOne(threshold, errors(141, 150, 150, 150, 150)).outcome).toBe('not-replicated')
    expect(judgeOne(threshold, errors(140, 150, 150, 150, 150)).outcome).toBe('inconclusive')
  })

  it('reads "at least" from a metric of which more is better', () => {
    const claim: Claim = {
      ...threshold,
      measure: { arm: 'highway', metric: 'testAccuracy' },
      bound: 0.88,
    }
    const { outcome, evidence } = judgeOne(claim, accuracies('highway', 0.9, 0.91, 0.9, 0.89, 0.92))
    expect(outcome).toBe('replicates')
    expect(evidence.reading).toContain('median 0.9 (at least 0.88 asked)')
  })
})

describe('a success rate', () => {
  const runs = (good: number, bad: number) =>
    accuracies('deformed', ...many(good, 0.95), ...many(bad, 0.1))

  it('replicates where the exact test allows no smaller rate', () => {
    const { outcome, evidence } = judgeOne(successRate, runs(5, 0))
    expect(outcome).toBe('replicates')
    expect(evidence).toMatchObject({ successes: 5, pValue: 1 / 32, upperBound: 1, fisher: null })
    expect(evidence.reading).toBe(
      '5 of 5 seeds succeed, rate between 0.549 and 1 (at least 0.5 asked), p = 0.031',
    )
  })

  it('is left open or refuted by fewer', () => {
    expect(judgeOne(successRate, runs(4, 1)).outcome).toBe('inconclusive')
    expect(judgeOne(successRate, runs(1, 4)).outcome).toBe('inconclusive')
    expect(judgeOne(successRate, runs(0, 5)).outcome).toBe('not-replicated')
  })

  it('counts a run that just reaches what counts as success', () => {
    const records = accuracies('deformed', 0.9, 0.9, 0.9, 0.9, 0.9)
    expect(judgeOne(successRate, records).outcome).toBe('replicates')
    const low: Claim = { ...successRate, success: { atMost: 0.9 } }
    expect(judgeOne(low, records).outcome).toBe('replicates')
    const lower: Claim = { ...successRate, success: { atMost: 0.8999 } }
    expect(judgeOne(lower, records).outcome).toBe('not-replicated')
  })

  it('is refuted by 9 of 30 where the paper has 9 of 10, whatever rate is asked', () => {
    const claim: Claim = { ...successRate, rate: 0.1, paperCounts: { successes: 9, runs: 10 } }
    const { outcome, evidence } = judgeOne(on(claim, '0-29'), runs(9, 21))
    expect(outcome).toBe('not-replicated')
    expect(evidence.reading).toContain('the paper has 9 of 10 (Fisher p = 0.00')
    const alone = on({ ...successRate, rate: 0.1 }, '0-29')
    expect(judgeOne(alone, runs(9, 21)).outcome).toBe('replicates')
  })

  it("is not refuted by more successes than the paper's", () => {
    const claim: Claim = { ...successRate, paperCounts: { successes: 1, runs: 10 } }
    expect(judgeOne(on(claim, '0-9'), runs(10, 0)).outcome).toBe('replicates')
  })

  it('decides nothing on four seeds', () => {
    expect(judgeOne(on(successRate, '0-3'), runs(4, 0))).toMatchObject({
      outcome: 'inconclusive',
      evidence: { pValue: null, holmAdjusted: null, familySize: 0, paperCounts: null },
    })
  })

  it('replicates at a p of exactly alpha', () => {
    const at = (alpha: number) => judgeOne({ ...successRate, alpha }, runs(5, 0)).outcome
    expect([at(1 / 32), at(1 / 32 - 1e-12)]).toEqual(['replicates', 'inconclusive'])
  })
})

describe("a paper's value", () => {
  const near = accuracies('deformed', 0.9, 0.91, 0.89, 0.905, 0.895)
  const far = accuracies('deformed', 0.8, 0.81, 0.79, 0.805, 0.795)
  const between = accuracies('deformed', 0.85, 0.87, 0.83, 0.85, 0.85)

  it('replicates inside the margin, is refuted outside, and is open between', () => {
    expect(judgeOne(paperValue, near).outcome).toBe('replicates')
    expect(judgeOne(paperValue, far).outcome).toBe('not-replicated')
    expect(judgeOne(paperValue, between).outcome).toBe('inconclusive')
  })

  it('shows both means and the degrees of freedom', () => {
    const { evidence } = judgeOne(paperValue, near)
    expect(evidence).toMatchObject({
      basis: 'paper-mean',
      against: { value: 0.9, spread: 0.01, runs: 5 },
      degreesOfFreedom: 7,
      margin: 0.05,
    })
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence)
  })

  it('is a comparison only where the paper gives no spread', () => {
    const paper = { text: '0.35 %', value: 0.0035, certainty: 'seen', where: 'table 1' } as const
    const claim = on({ ...paperValue, paper }, '0-4', 'not-attempted')
    const { outcome, agrees, evidence } = judgeOne(claim, near)
    expect([outcome, agrees]).toEqual(['not-attempted', true])
    expect(evidence.reading).toBe(
      'comparison only: ours 0.9 (mean of 5), the paper 0.35 %; the paper gives no spread over runs',
    )
    expect(evidence).toMatchObject({ basis: 'comparison-only', paper: { value: 0.0035 } })
  })

  it('is a comparison only on a single seed', () => {
    const { outcome, evidence } = judgeOne(on(paperValue, '0'), near)
    expect(outcome).toBe('inconclusive')
    expect(evidence).toMatchObject({ basis: 'comparison-only', deviation: null })
  })
})

describe('an equivalence', () => {
  const both = (...differences: number[]) => [
    ...accuracies('deformed', ...differences.map((difference) => 0.5 + difference)),
    ...accuracies('undeformed', ...differences.map(() => 0.5)),
  ]

  it('replicates inside the margin, is refuted outside, and is open between', () => {
    expect(judgeOne(equivalence, both(0.01, -0.01, 0.02, 0, 0)).outcome).toBe('replicates')
    expect(judgeOne(equivalence, both(0.1, 0.09, 0.11, 0.1, 0.1)).outcome).toBe('not-replicated')
    expect(judgeOne(equivalence, both(-0.1, -0.09, -0.11, -0.1, -0.1)).outcome).toBe(
      'not-replicated',
    )
    expect(judgeOne(equivalence, both(0.05, 0.09, 0.01, 0.05, 0.05)).outcome).toBe('inconclusive')
  })

  it('is certain where nothing differs, and says nothing on four seeds', () => {
    expect(judgeOne(equivalence, both(0, 0, 0, 0, 0))).toMatchObject({
      outcome: 'replicates',
      evidence: { pValue: 0, standardError: 0, difference: 0 },
    })
    expect(judgeOne(on(equivalence, '0-3'), both(0, 0, 0, 0)).outcome).toBe('inconclusive')
  })
})

describe('a claim that was not attempted', () => {
  const claim: Claim = {
    kind: 'not-attempted',
    id: 'traffic-signs',
    says: 'It reads traffic signs.',
    where: 'section 3.4',
    alpha: 0.05,
    judgedAt: [],
    because: 'only MNIST is at hand',
  }

  it("has no part in Holm's family", () => {
    const judgedAt = [{ ...here, seeds: '0-4', declared: 'not-attempted' as const }]
    const [, tested] = judge(
      work({ ...claim, judgedAt }, threshold),
      errors(117, 139, 120, 127, 139),
      here,
    )
    expect(tested).toMatchObject({ outcome: 'replicates', evidence: { familySize: 1 } })
  })

  it('agrees when it is declared so, or not judged', () => {
    expect(judgeOne(claim, [])).toMatchObject({
      declared: null,
      outcome: 'not-attempted',
      agrees: true,
      evidence: { reading: 'not attempted: only MNIST is at hand' },
    })
    const judgedAt = [{ ...here, seeds: '0', declared: 'not-attempted' as const }]
    expect(judgeOne({ ...claim, judgedAt }, [])).toMatchObject({
      declared: 'not-attempted',
      agrees: true,
    })
    const wrong = [{ ...here, seeds: '0', declared: 'replicates' as const }]
    expect(judgeOne({ ...claim, judgedAt: wrong }, []).agrees).toBe(false)
  })
})
