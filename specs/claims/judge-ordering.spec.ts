import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderingClaim } from '../../src/claims/claim.ts'
import { judge } from '../../src/claims/judge.ts'
import type { JudgedRecord, PairedDifferences } from '../../src/claims/judged-claim.ts'
import { counted, here, on, ordering, pairs, valued, work } from './example-work.ts'
import './same-inputs.ts'

function judgeOne(claim: OrderingClaim, records: readonly JudgedRecord[]) {
  const [judged] = judge(work(claim), records, here)
  return { ...judged, evidence: judged.evidence as PairedDifferences }
}

describe('an ordering', () => {
  it('replicates when every one of five seeds favours it by enough', () => {
    const { evidence, ...judged } = judgeOne(ordering, pairs([93, 101, 60, 88, 120]))
    expect(judged).toEqual({
      paper: 'example',
      id: 'deformed-is-better',
      says: 'It is so.',
      kind: 'ordering',
      declared: 'replicates',
      outcome: 'replicates',
      agrees: true,
      narrowed: false,
      terms: {
        kind: 'ordering',
        measure: { arm: 'deformed', metric: 'testError', better: 'lower' },
        against: { arm: 'undeformed', metric: 'testError', better: 'lower' },
        seeds: '0-4',
        alpha: 0.05,
        declared: 'replicates',
        minimalEffect: 0.002,
      },
    })
    expect(evidence).toMatchObject({
      basis: 'paired-differences',
      reading: '5 of 5 seeds favour it, p = 0.031, median 0.0093 (at least 0.002 asked)',
      seeds: [0, 1, 2, 3, 4],
      ignoredSeeds: [],
      onCounts: true,
      wins: 5,
      losses: 0,
      ties: 0,
      n: 5,
      pValue: 1 / 32,
      holmAdjusted: 1 / 32,
      familySize: 1,
      medianDifference: 0.0093,
      lowerBound: 0.006,
      upperBound: 0.012,
      bootstrap: null,
    })
    expect(evidence.pairs[0]).toEqual({
      seed: 0,
      measured: 0.0907,
      against: 0.1,
      difference: 0.0093,
      measuredCount: { count: 907, total: 10_000 },
      againstCount: { count: 1000, total: 10_000 },
    })
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence)
  })

  it('replicates at a p of exactly alpha, and says what it rests on', () => {
    const at = (alpha: number) =>
      judgeOne({ ...ordering, alpha }, pairs([93, 101, 60, 88, 120])).outcome
    expect([at(1 / 32), at(1 / 32 - 1e-12)]).toEqual(['replicates', 'inconclusive'])
    const half = pairs([93, 101, 60, 88, 120]).map((record, i) =>
      i === 3 ? { ...record, counts: {} } : record,
    )
    expect(judgeOne(ordering, half).evidence.onCounts).toBe(false)
  })

  it('counts a median of 200 in 10,000 as at least 0.02', () => {
    const asks = (minimalEffect: number) =>
      judgeOne({ ...ordering, minimalEffect }, pairs([200, 200, 200, 200, 200])).outcome
    expect(asks(0.02)).toBe('replicates')
    expect(asks(0.0200001)).toBe('not-replicated')
  })

  it('compares metrics that count nothing as the decimals that they print as', () => {
    const records = [0, 1, 2, 3, 4].flatMap((seed) => [
      valued('deformed', seed, { testError: 0.1 }),
      valued('undeformed', seed, { testError: 0.3 }),
    ])
    const { outcome, evidence } = judgeOne({ ...ordering, minimalEffect: 0.2 }, records)
    expect(outcome).toBe('replicates')
    expect(evidence.onCounts).toBe(false)
  })

  it('needs the effect as well as the votes, and is refuted by a bound below the effect', () => {
    expect(judgeOne(ordering, pairs([5, 6, 7, 8, 30])).outcome).toBe('inconclusive')
    const { outcome, evidence } = judgeOne(ordering, pairs([5, 6, 7, 8, 19]))
    expect(outcome).toBe('not-replicated')
    expect(evidence.reading).toContain('at most 0.0019')
  })

  it('needs the votes as well as the effect', () => {
    expect(judgeOne(ordering, pairs([93, 101, 60, 88, -1])).outcome).toBe('inconclusive')
  })

  it('drops ties from the votes and keeps them in the median', () => {
    const { outcome, evidence } = judgeOne(on(ordering, '0-5'), pairs([0, 93, 101, 60, 88, 70]))
    expect(evidence).toMatchObject({ wins: 5, ties: 1, n: 5, pValue: 1 / 32 })
    expect(evidence.medianDifference).toBe(0.0079)
    expect(evidence.reading).toContain('5 of 6 seeds favour it (1 tied)')
    expect(evidence.bootstrap).not.toBeNull()
    expect(outcome).toBe('replicates')
  })

  it('decides nothing on four seeds', () => {
    const claim = on(ordering, '0-3', 'inconclusive')
    const { outcome, agrees, evidence } = judgeOne(claim, pairs([93, 101, 60, 88]))
    expect([outcome, agrees]).toEqual(['inconclusive', true])
    expect(evidence).toMatchObject({
      pValue: null,
      holmAdjusted: null,
      familySize: 0,
      upperBound: null,
    })
    expect(evidence.reading).toContain('4 seeds decide nothing, 5 are the least')
  })

  it('takes an average of 10,000 against the sum of five columns of 50,000 on integers', () => {
    const claim: OrderingClaim = {
      ...ordering,
      better: { arm: 'average', metric: 'testError' },
      worse: { arm: 'columns', metric: 'testError' },
      minimalEffect: 0.0001,
    }
    const columns = (wrong: number) => (seed: number) => [
      counted('average', seed, 150),
      counted('columns', seed, wrong, 50_000),
    ]
    const tied = judgeOne(claim, [0, 1, 2, 3, 4].flatMap(columns(750)))
    expect(tied.evidence).toMatchObject({ ties: 5, onCounts: true, medianDifference: 0 })
    expect(judgeOne(claim, [0, 1, 2, 3, 4].flatMap(columns(755))).outcome).toBe('replicates')
    expect(judgeOne(claim, [0, 1, 2, 3, 4].flatMap(columns(754))).outcome).toBe('not-replicated')
  })

  it('follows the direction of its metric', () => {
    const claim: OrderingClaim = {
      ...ordering,
      better: { arm: 'highway', metric: 'testAccuracy' },
      worse: { arm: 'plain', metric: 'testAccuracy' },
      minimalEffect: 0.5,
    }
    const records = [0, 1, 2, 3, 4].flatMap((seed) => [
      valued('highway', seed, { testAccuracy: 0.9 }),
      valued('plain', seed, { testAccuracy: 0.125 }),
    ])
    expect(judgeOne(claim, records).outcome).toBe('replicates')
    const turned = { ...claim, better: claim.worse, worse: claim.better }
    expect(judgeOne(turned, records).outcome).toBe('not-replicated')
  })

  it('leaves six wins of ten open, or refuted if at most one seed in ten shows the effect', () => {
    // Thousandths of forgetting, LWTA's advantage: 6 of 10 seeds favour it, the first one by 0.050.
    const open = [50, 31, 12, 8, 6, 3, -5, -14, -22, -30]
    const shut = [50, 15, 12, 8, 6, 3, -5, -14, -22, -30]
    const asks = on({ ...ordering, minimalEffect: 0.02 }, '0-9')
    const undecided = judgeOne(asks, pairs(open, 1000))
    expect(undecided.outcome).toBe('inconclusive')
    expect(undecided.evidence.pValue).toBe(386 / 1024)
    expect(undecided.evidence.upperBound).toBe(0.031)
    const refuted = judgeOne(asks, pairs(shut, 1000))
    expect(refuted.outcome).toBe('not-replicated')
    expect(refuted.evidence.upperBound).toBe(0.015)
    expect(judgeOne({ ...asks, minimalEffect: 0 }, pairs(shut, 1000)).outcome).toBe('inconclusive')
  })

  it('needs 20 wins of 30', () => {
    const votes = (wins: number) => Array.from({ length: 30 }, (_, i) => (i < wins ? 300 : -100))
    const asks = on({ ...ordering, minimalEffect: 0.02 }, '0-29')
    expect(judgeOne(asks, pairs(votes(20))).outcome).toBe('replicates')
    expect(judgeOne(asks, pairs(votes(19))).outcome).toBe('inconclusive')
  })
})

describe('whatever the seeds give,', () => {
  const differences = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 5, maxLength: 12 })
  const effect = fc.integer({ min: 0, max: 50 }).map((count) => count / 10_000)
  const claimOf = (n: number, minimalEffect: number, alpha = 0.05) =>
    on({ ...ordering, minimalEffect, alpha }, `0-${n - 1}`)

  it('the order of the records changes nothing at all', () => {
    const shuffled = differences.chain((list) => {
      const records = pairs(list)
      const order = fc.shuffledSubarray(records, { minLength: records.length })
      return fc.record({ n: fc.constant(list.length), records: fc.constant(records), order })
    })
    fc.assert(
      fc.property(shuffled, effect, ({ n, records, order }, minimalEffect) => {
        const claim = claimOf(n, minimalEffect)
        expect(judgeOne(claim, order)).toEqual(judgeOne(claim, records))
      }),
      { numRuns: 30 },
    )
  })

  it('which seed gave which difference changes no outcome', () => {
    fc.assert(
      fc.property(differences, effect, (list, minimalEffect) => {
        const claim = claimOf(list.length, minimalEffect)
        const turned = judgeOne(claim, pairs(list.toReversed()))
        expect(turned.outcome).toBe(judgeOne(claim, pairs(list)).outcome)
      }),
      { numRuns: 30 },
    )
  })

  it('an ordering and its reverse never both replicate', () => {
    const alpha = fc.double({ min: 0.01, max: 0.49, noNaN: true })
    fc.assert(
      fc.property(differences, effect, alpha, (list, minimalEffect, level) => {
        const claim = claimOf(list.length, minimalEffect, level)
        const turned = { ...claim, better: claim.worse, worse: claim.better }
        const outcomes = [claim, turned].map((one) => judgeOne(one, pairs(list)).outcome)
        expect(outcomes).not.toEqual(['replicates', 'replicates'])
      }),
      { numRuns: 50 },
    )
  })

  it('the bounds contain the median, and a smaller effect is never harder to show', () => {
    fc.assert(
      fc.property(differences, effect, (list, minimalEffect) => {
        const { outcome, evidence } = judgeOne(claimOf(list.length, minimalEffect), pairs(list))
        expect(evidence.lowerBound).toBeLessThanOrEqual(evidence.medianDifference)
        expect(evidence.upperBound).toBeGreaterThanOrEqual(evidence.medianDifference)
        const easier = judgeOne(claimOf(list.length, 0), pairs(list)).outcome
        if (outcome === 'replicates') expect(easier).toBe('replicates')
        if (easier === 'not-replicated') expect(outcome).toBe('not-replicated')
      }),
      { numRuns: 50 },
    )
  })

  it('counts and the fractions that they make are judged alike', () => {
    fc.assert(
      fc.property(differences, effect, (list, minimalEffect) => {
        const claim = claimOf(list.length, minimalEffect)
        const bare = pairs(list).map((record) => ({ ...record, counts: {} }))
        const { outcome, evidence } = judgeOne(claim, bare)
        expect(outcome).toBe(judgeOne(claim, pairs(list)).outcome)
        expect(evidence.medianDifference).toBe(
          judgeOne(claim, pairs(list)).evidence.medianDifference,
        )
      }),
      { numRuns: 50 },
    )
  })
})
