import { describe, expect, it } from 'vitest'
import { checkDeclarations } from '../../src/claims/check-declarations.ts'
import type { Claim } from '../../src/claims/claim.ts'
import { isTested, paperMean } from '../../src/claims/family.ts'
import {
  equivalence,
  here,
  on,
  ordering,
  paperValue,
  successRate,
  threshold,
  work,
} from './example-work.ts'

const five = [0, 1, 2, 3, 4]
const notAttempted: Claim = {
  says: 'It reads traffic signs.',
  where: 'section 3.4',
  alpha: 0.05,
  judgedAt: [],
  kind: 'not-attempted',
  id: 'traffic-signs',
  because: 'only MNIST is at hand',
}

describe('at its limits a declaration', () => {
  it.each<[string, Claim]>([
    ['an effect of 0', { ...ordering, minimalEffect: 0 }],
    ['a bound of 0', { ...threshold, bound: 0 }],
    ['a success below a value', { ...successRate, success: { atMost: 0.1 } }],
    ['counts of none and all', { ...successRate, paperCounts: { successes: 0, runs: 1 } }],
    ['counts of one in one', { ...successRate, paperCounts: { successes: 1, runs: 1 } }],
    ['a spread of 0', { ...paperValue, paper: { ...paperValue.paper!, spread: 0 } }],
    ['a p that just reaches alpha', { ...ordering, alpha: 1 / 32 }],
    ['means as close as one likes, on five seeds', { ...equivalence, alpha: 0.001 }],
  ])('is sound with %s', (_, claim) => {
    expect(checkDeclarations(work(claim))).toEqual([])
  })

  it.each<[string, Claim]>([
    ['minimalEffect is below 0', { ...ordering, minimalEffect: Infinity }],
    ['its rate is 0, and must lie', { ...successRate, rate: 0 }],
    ["the paper's -1 of 10", { ...successRate, paperCounts: { successes: -1, runs: 10 } }],
    ["the paper's 1.5 of 10", { ...successRate, paperCounts: { successes: 1.5, runs: 10 } }],
    ["the paper's 1 of 1.5", { ...successRate, paperCounts: { successes: 1, runs: 1.5 } }],
    ["the paper's 0 of 0", { ...successRate, paperCounts: { successes: 0, runs: 0 } }],
    ['its margin is Infinity', { ...equivalence, margin: Infinity }],
    ['its margin is NaN', { ...equivalence, margin: Number.NaN }],
    ['declared not-replicated without saying why', on(ordering, '0-4', 'not-replicated')],
  ])('is faulty with “%s”', (sentence, claim) => {
    const faults = checkDeclarations(work(claim))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(sentence)
  })
})

describe('what seeds can reach', () => {
  it('is worked out at each place by itself', () => {
    const elsewhere = { ...here, dataset: 'strokes', seeds: '0-4', declared: 'replicates' } as const
    expect(checkDeclarations(work(ordering, { ...threshold, judgedAt: [elsewhere] }))).toEqual([])
  })

  it('is not lessened by claims that are not tested', () => {
    const compared = on({ ...paperValue, paper: { ...paperValue.paper!, runs: 1 } }, '0-4')
    const declared = { ...compared.judgedAt[0], declared: 'not-attempted' as const }
    const untested = { ...compared, judgedAt: [declared] }
    const left = { ...notAttempted, judgedAt: [declared] }
    expect(checkDeclarations(work(ordering, untested, left))).toEqual([])
    for (const fault of checkDeclarations(work(ordering, threshold, untested, left)))
      expect(fault).toContain('after Holm over 2 tests')
    expect(checkDeclarations(work(ordering, threshold, untested, left))).toHaveLength(2)
  })

  it('is found in the fewest seeds that just do', () => {
    const claims = [ordering, threshold].map((claim) => ({ ...claim, alpha: 1 / 32 }))
    for (const fault of checkDeclarations(work(...claims))) {
      expect(fault).toContain('5 seeds cannot pass')
      expect(fault).toContain('declare at least 6 seeds')
    }
    expect(checkDeclarations(work(...claims))).toHaveLength(2)
  })
})

describe("the paper's mean", () => {
  const { paper } = paperValue

  it.each(['value', 'spread', 'runs'] as const)('is not there without its %s', (key) => {
    const { [key]: _, ...rest } = paper!
    expect(paperMean({ paper: rest })).toBeNull()
    expect(isTested({ ...paperValue, paper: rest }, five)).toBe(false)
  })

  it('is there from two runs on', () => {
    expect(paperMean({})).toBeNull()
    expect(paperMean({ paper: { ...paper!, runs: 1 } })).toBeNull()
    expect(paperMean({ paper: { ...paper!, runs: 2 } })).toEqual({
      value: 0.9,
      spread: 0.01,
      runs: 2,
    })
  })

  it('belongs with four seeds to no family, like every claim', () => {
    for (const claim of [ordering, threshold, successRate, paperValue, equivalence]) {
      expect([isTested(claim, five.slice(1)), isTested(claim, five)]).toEqual([false, true])
    }
    expect(isTested(notAttempted, five)).toBe(false)
  })
})
