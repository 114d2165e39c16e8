import { describe, expect, it } from 'vitest'
import type { Claim, JudgedAt } from '../../src/claims/claim.ts'
import { termsOf } from '../../src/claims/terms.ts'
import { termsSchema } from '../../src/records/claim-terms.ts'
import { encoded } from '../../src/records/written-text.ts'
import { equivalence, ordering, paperValue, successRate, threshold, work } from './example-work.ts'

const [at] = ordering.judgedAt
const other = { arm: 'plain', metric: 'trainLoss' }
const notAttempted: Claim = {
  id: 'untried',
  says: 'It is so.',
  where: 'section 2',
  alpha: 0.05,
  judgedAt: [at],
  kind: 'not-attempted',
  because: 'no time',
}
const paper = paperValue.paper!

/** Each kind, with every change of its declaration that could decide an outcome. */
const kinds: [Claim, object[]][] = [
  [
    ordering,
    [{ better: { ...ordering.better, arm: 'plain' } }, { worse: other }, { minimalEffect: 0.001 }],
  ],
  [threshold, [{ measure: other }, { bound: 0.015 }]],
  [
    successRate,
    [
      ...[{ measure: other }, { rate: 0.4 }, { success: { atLeast: 0.8 } }],
      ...[{ success: { atMost: 0.9 } }, { paperCounts: { successes: 4, runs: 5 } }],
    ],
  ],
  [
    paperValue,
    [
      ...[{ measure: other }, { margin: 0.06 }, { paper: { ...paper, value: 0.91 } }],
      ...[{ paper: { ...paper, spread: 0.02 } }, { paper: { ...paper, runs: 6 } }],
      { paper: { ...paper, spread: undefined } },
    ],
  ],
  [equivalence, [{ measure: other }, { other }, { margin: 0.04 }]],
  [notAttempted, []],
]

const termsAt = (claim: Claim, place: JudgedAt | null = at) => termsOf(work(claim), claim, place)

describe('the terms of a claim', () => {
  it.each(kinds)('hold all that decides its outcome: $kind', (claim, changes) => {
    const terms = termsAt(claim)
    expect(encoded(termsSchema, terms!)).toEqual(terms)
    for (const change of [{ alpha: 0.01 }, ...changes])
      expect(termsAt({ ...claim, ...change } as Claim), JSON.stringify(change)).not.toEqual(terms)
    const elsewhere: Partial<JudgedAt>[] = [{ seeds: '0-5' }, { declared: 'inconclusive' }]
    for (const change of elsewhere) expect(termsAt(claim, { ...at, ...change })).not.toEqual(terms)
  })

  it.each(kinds)('hold no prose: $kind', (claim) => {
    const prose = {
      id: 'renamed',
      says: 'Otherwise.',
      where: 'nowhere',
      because: 'so',
      reference: paper,
    }
    expect(termsAt({ ...claim, ...prose } as Claim)).toEqual(termsAt(claim))
    expect(termsAt(claim, { ...at, seeds: '0,1,2,3,4', because: 'so' })).toEqual(termsAt(claim))
  })

  it('say which way a metric is better, for that decides too', () => {
    const { metrics, ...rest } = work(ordering)
    const turned = { ...metrics, testError: { ...metrics.testError, better: 'higher' as const } }
    expect(termsOf({ ...rest, metrics: turned }, ordering, at)).not.toEqual(termsAt(ordering))
  })

  it('are null where it is not judged', () => {
    expect(termsAt(ordering, null)).toBeNull()
  })
})
