import { describe, expect, it } from 'vitest'
import { judge } from '../../src/claims/judge.ts'
import type { JudgedRecord } from '../../src/claims/judged-claim.ts'
import {
  counted,
  here,
  on,
  ordering,
  pairs,
  paperValue,
  successRate,
  threshold,
  valued,
  work,
} from './example-work.ts'

const five = pairs([893, 901, 860, 888, 920])
const judgeOne = (records: readonly JudgedRecord[]) => judge(work(ordering), records, here)[0]

describe('the judge', () => {
  it('reads only the records of its paper, dataset and preset with nothing overridden', () => {
    const elsewhere = [
      { paper: 'another' },
      { dataset: 'strokes' },
      { preset: 'headline' },
      { overrides: { learningRate: 1 } },
    ] as const
    const others = elsewhere.map((job) => valued('deformed', 0, { testError: 0.5 }, job))
    expect(judgeOne([...others, ...five])).toEqual(judgeOne(five))
    const moved = five.map((record) => ({
      ...record,
      job: { ...record.job, overrides: { epochs: 1 } },
    }))
    expect(judgeOne(moved).narrowed).toBe(true)
  })

  it('says where a claim is not judged, and holds nothing against it', () => {
    const [judged] = judge(work(ordering), five, { dataset: 'strokes', preset: 'quick' })
    expect(judged).toMatchObject({
      declared: null,
      outcome: 'not-attempted',
      agrees: true,
      narrowed: false,
      evidence: { basis: 'not-judged', reading: 'not judged at strokes quick' },
    })
  })

  it('disagrees in either direction', () => {
    const wrong = pairs([-893, -901, -860, -888, -920])
    expect(judgeOne(wrong)).toMatchObject({ outcome: 'not-replicated', agrees: false })
    const pessimist = on(ordering, '0-4', 'not-replicated')
    expect(judge(work(pessimist), five, here)[0].agrees).toBe(false)
    expect(judge(work(pessimist), wrong, here)[0].agrees).toBe(true)
  })

  it('names the seeds and arms that were not run, and is narrowed', () => {
    const some = five.filter(
      ({ job }) => job.arm === 'deformed' || (job.seed !== 1 && job.seed !== 3),
    )
    expect(judgeOne(some)).toMatchObject({
      outcome: 'inconclusive',
      agrees: false,
      narrowed: true,
      evidence: {
        basis: 'missing',
        reading: 'not run: undeformed on seeds 1,3',
        missing: [{ arm: 'undeformed', seeds: [1, 3] }],
      },
    })
    expect(judgeOne([]).evidence.reading).toBe(
      'not run: deformed on seeds 0-4; undeformed on seeds 0-4',
    )
    const expectsNothing = on(ordering, '0-4', 'inconclusive')
    expect(judge(work(expectsNothing), [], here)[0].agrees).toBe(false)
  })

  it('leaves out seeds that were not declared, and says so', () => {
    const extra = pairs([893, 901, 860, 888, 920, -999, -999, -999])
    const judged = judgeOne(extra)
    expect(judged.outcome).toBe('replicates')
    expect(judged.evidence).toMatchObject({ seeds: [0, 1, 2, 3, 4], ignoredSeeds: [5, 6, 7] })
    expect(judged.evidence.reading).toMatch(/; not declared and left out: seeds 5-7$/)
  })

  it.each([
    [{ metrics: { testError: Number.NaN } }, 'has testError = NaN'],
    [{ metrics: { testError: Infinity } }, 'has testError = Infinity'],
    [{ metrics: {} }, 'has no metric testError'],
    [{ metrics: { testError: 0.2 } }, 'has testError = 0.2 but counts 112 of 10000'],
  ])('names a record that cannot be used: %j', (change, fault) => {
    const broken = five.map((record) =>
      record.job.arm === 'deformed' && record.job.seed === 3 ? { ...record, ...change } : record,
    )
    expect(judgeOne(broken as JudgedRecord[])).toMatchObject({
      outcome: 'inconclusive',
      agrees: false,
      narrowed: false,
      evidence: { basis: 'unusable', reading: `the record of deformed, seed 3 ${fault}` },
    })
  })

  it('refuses two seeds of an arm that left the same parameters: they are one run', () => {
    const [{ digest }] = five.filter(({ job }) => job.arm === 'undeformed' && job.seed === 1)
    const copied = (seed: number, arm = 'undeformed') =>
      five.map((one) => (one.job.arm === arm && one.job.seed === seed ? { ...one, digest } : one))
    expect(judgeOne(copied(3))).toMatchObject({
      outcome: 'inconclusive',
      agrees: false,
      narrowed: false,
      evidence: {
        basis: 'unusable',
        reading:
          'seeds 1 and 3 of undeformed left the same parameters; a run that ignores its seed is one run',
      },
    })
    const hopeless = on(ordering, '0-4', 'inconclusive')
    expect(judge(work(hopeless), copied(3), here)[0].agrees).toBe(false)
    // Two arms may end alike, and a seed that is not declared decides nothing.
    expect(judgeOne(copied(3, 'deformed')).outcome).toBe('replicates')
    const extra = { ...counted('undeformed', 7, 1000), digest }
    expect(judgeOne([...five, extra]).outcome).toBe('replicates')
  })

  it('takes a record that comes twice, unless the two differ', () => {
    expect(judgeOne([...five, five[0]])).toEqual(judgeOne(five))
    expect(judgeOne([...five, counted('deformed', 0, 7)]).evidence.reading).toBe(
      'two records of deformed, seed 0 differ in testError',
    )
  })

  it('refuses a metric that the paper does not declare, as a bug', () => {
    const measure = { arm: 'deformed', metric: 'constructor' }
    const records = five.map((record) => ({ ...record, metrics: { constructor: 0 } }))
    const claim = { ...threshold, measure }
    expect(() => judge(work(claim), records as never, here)).toThrow(/constructor/)
  })
})

describe("Holm's family", () => {
  const accurate = [0, 1, 2, 3, 4].map((seed) => valued('deformed', seed, { testAccuracy: 0.95 }))
  const both = five.map((record, i) => {
    const accuracy = accurate[Math.floor(i / 2)]
    return { ...record, metrics: { ...record.metrics, ...accuracy.metrics } }
  })

  it('is all tests of the paper there: two with five seeds each can no longer pass', () => {
    const [first, second] = judge(work(ordering, successRate), both, here)
    expect(first).toMatchObject({
      outcome: 'inconclusive',
      evidence: { pValue: 1 / 32, holmAdjusted: 1 / 16, familySize: 2 },
    })
    expect(first.evidence.reading).toContain('p = 0.031 (0.063 after Holm over 2)')
    expect(second.outcome).toBe('inconclusive')
  })

  it('leaves out what is not tested', () => {
    const { paper } = paperValue
    const compared = { ...paperValue, paper: { ...paper!, runs: 1 } }
    const elsewhere = { ...successRate, judgedAt: [] }
    const few = on({ ...successRate, id: 'few' }, '0-3')
    const [first] = judge(work(ordering, compared, elsewhere, few), both, here)
    expect(first).toMatchObject({ outcome: 'replicates', evidence: { familySize: 1 } })
  })

  it('does not shrink because runs are missing: what hangs on them waits', () => {
    const other = {
      ...threshold,
      id: 'undeformed-errs-little',
      measure: { arm: 'third', metric: 'testError' },
    }
    const six = pairs([893, 901, 860, 888, 920, 899])
    const [waits] = judge(work(ordering, other), six, here)
    expect(waits).toMatchObject({ outcome: 'inconclusive', narrowed: true, agrees: false })
    expect(waits.evidence.reading).toMatch(
      /Holm's adjustment waits for the runs of undeformed-errs-little$/,
    )
    const [guess] = judge(work(on(ordering, '0-4', 'inconclusive'), other), six, here)
    expect(guess).toMatchObject({ outcome: 'inconclusive', narrowed: true, agrees: false })
    const [stands] = judge(work(on(ordering, '0-5'), other), six, here)
    expect(stands).toMatchObject({ outcome: 'replicates', narrowed: false, agrees: true })
  })

  it('does not shrink because a record is broken', () => {
    const broken = both.map((record) => ({
      ...record,
      metrics: { ...record.metrics, testAccuracy: Number.NaN },
    }))
    const [first, second] = judge(work(ordering, successRate), broken, here)
    expect(first).toMatchObject({ outcome: 'inconclusive', narrowed: false })
    expect(first.evidence).toMatchObject({ familySize: 2, holmAdjusted: 1 / 16 })
    expect(second.evidence.basis).toBe('unusable')
  })
})
