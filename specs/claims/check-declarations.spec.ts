import { describe, expect, it } from 'vitest'
import { checkDeclarations } from '../../src/claims/check-declarations.ts'
import type { Claim } from '../../src/claims/claim.ts'
import { judge } from '../../src/claims/judge.ts'
import {
  equivalence,
  here,
  on,
  ordering,
  pairs,
  paperValue,
  successRate,
  threshold,
  work,
} from './example-work.ts'

const notAttempted: Claim = {
  kind: 'not-attempted',
  id: 'traffic-signs',
  says: 'It reads traffic signs.',
  where: 'section 3.4',
  alpha: 0.05,
  judgedAt: [],
  because: 'only MNIST is at hand',
}

const place = ordering.judgedAt[0]

describe('a declaration', () => {
  it('is sound where every claim can be judged', () => {
    for (const claim of [ordering, threshold, successRate, paperValue, equivalence, notAttempted]) {
      expect(checkDeclarations(work(claim))).toEqual([])
    }
    const open = { ...place, declared: 'inconclusive' as const, because: 'one lucky seed' }
    expect(checkDeclarations(work({ ...ordering, judgedAt: [open] }))).toEqual([])
    const compared: Claim = on({ ...paperValue, paper: { ...paperValue.paper!, runs: 1 } }, '0')
    const declared = { ...compared.judgedAt[0], declared: 'not-attempted' as const }
    expect(checkDeclarations(work({ ...compared, judgedAt: [declared] }))).toEqual([])
  })

  const { paper: _, ...withoutPaper } = paperValue

  it.each<[string, Claim[]]>([
    ['two claims are called deformed-is-better', [ordering, ordering]],
    ['its id is not in kebab-case', [{ ...ordering, id: 'Deformed is better' }]],
    ['it says nothing', [{ ...ordering, says: ' ' }]],
    ['it does not say where in the paper it stands', [{ ...ordering, where: '' }]],
    ['alpha is 0, and must lie', [{ ...ordering, alpha: 0 }]],
    ['alpha is 0.5, and must lie', [{ ...ordering, alpha: 0.5 }]],
    ['alpha is NaN, and must lie', [{ ...ordering, alpha: Number.NaN }]],
    ['it is judged twice at mnist quick', [{ ...ordering, judgedAt: [place, place] }]],
    [
      'toString is not a metric of the paper, which has testError, testAccuracy, trainLoss',
      [{ ...threshold, measure: { arm: 'a', metric: 'toString' } }],
    ],
    ['it holds fraction against nats', [{ ...ordering, worse: { arm: 'a', metric: 'trainLoss' } }]],
    [
      'its two metrics are better in opposite directions',
      [{ ...ordering, worse: { arm: 'a', metric: 'testAccuracy' } }],
    ],
    ['it holds a measure against itself', [{ ...ordering, worse: ordering.better }]],
    ['minimalEffect is below 0', [{ ...ordering, minimalEffect: -0.1 }]],
    ['its bound is not a number', [{ ...threshold, bound: Number.NaN }]],
    ['its rate is 1, and must lie', [{ ...successRate, rate: 1 }]],
    ['what counts as success is not', [{ ...successRate, success: { atMost: Number.NaN } }]],
    [
      "the paper's 11 of 10 are not valid counts",
      [{ ...successRate, paperCounts: { successes: 11, runs: 10 } }],
    ],
    ["it lacks the paper's value", [on(withoutPaper, '0-4', 'not-attempted')]],
    [
      "the paper's spread is below 0",
      [{ ...paperValue, paper: { ...paperValue.paper!, spread: -1 } }],
    ],
    ['its margin is 0, and must be above 0', [{ ...equivalence, margin: 0 }]],
    ['it does not say why it was not attempted', [{ ...notAttempted, because: '' }]],
    ['it is not attempted, but declared replicates', [{ ...notAttempted, judgedAt: [place] }]],
    ['"3-1" cannot be used', [on(ordering, '3-1')]],
    ['it has 4 seeds, and 5 are the least', [on(ordering, '0-3')]],
    ['partial is not an outcome of a test', [on(ordering, '0-4', 'partial')]],
    ['not-attempted is not an outcome of a test', [on(ordering, '0-4', 'not-attempted')]],
    ['it is declared inconclusive without saying why', [on(ordering, '0-4', 'inconclusive')]],
    [
      "without the paper's spread and runs nothing is tested, but replicates is declared",
      [{ ...paperValue, paper: { ...paperValue.paper!, runs: 1 } }],
    ],
  ])('is faulty if %s', (sentence, claims) => {
    const faults = checkDeclarations(work(...claims))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(sentence)
    expect(faults[0]).toMatch(/^example: /)
  })

  it('is faulty where the seeds could never reach alpha, and says how many would', () => {
    expect(checkDeclarations(work(ordering, threshold))).toEqual([
      'example: claim deformed-is-better: mnist quick: 5 seeds cannot pass, because their best p after Holm over 2 tests is 0.0625 and alpha is 0.05; declare at least 6 seeds, or fewer tests here',
      'example: claim errs-little: mnist quick: 5 seeds cannot pass, because their best p after Holm over 2 tests is 0.0625 and alpha is 0.05; declare at least 6 seeds, or fewer tests here',
    ])
    expect(checkDeclarations(work(on(ordering, '0-5'), on(threshold, '0-5')))).toEqual([])
    expect(checkDeclarations(work(on(ordering, '0-5'), threshold))).toEqual([])
    expect(checkDeclarations(work({ ...successRate, rate: 0.9 }))[0]).toContain('at least 29 seeds')
    const never: Claim = { ...successRate, rate: 1 - 1e-9 }
    expect(checkDeclarations(work(never))[0]).toContain('claim a lower rate')
  })

  it('finds the family within reach exactly when five clean seeds pass', () => {
    const records = pairs([893, 901, 880, 888, 920])
    for (const claims of [[ordering], [ordering, threshold]]) {
      const reachable = checkDeclarations(work(...claims)).length === 0
      const outcomes = judge(work(...claims), records, here).map((one) => one.outcome)
      expect(outcomes.every((outcome) => outcome === 'replicates')).toBe(reachable)
    }
  })
})
