import { describe, expect, it } from 'vitest'
import { judge } from '../../src/claims/judge.ts'
import type { JudgedRecord } from '../../src/claims/judged-claim.ts'
import { counted, here, ordering, pairs, threshold, valued, work } from './example-work.ts'

const five = pairs([893, 901, 860, 888, 920])
const evidenceOf = (records: readonly JudgedRecord[]) =>
  judge(work(ordering), records, here)[0].evidence

describe('what is observed', () => {
  it('lacks an arm of which a single seed is missing', () => {
    expect(evidenceOf(five.slice(1))).toMatchObject({
      basis: 'missing',
      reading: 'not run: deformed on seeds 0',
    })
  })

  it('leaves seeds out in ascending order, each once, and of its own arms only', () => {
    const extra = [12, 7, 9, 7].map((seed) => counted('deformed', seed, 7))
    const other = [counted('third', 20, 7)]
    expect(evidenceOf([...extra, ...other, ...five])).toMatchObject({ ignoredSeeds: [7, 9, 12] })
  })

  const differing = 'two records of deformed, seed 0 differ in testError'

  it.each<[string, JudgedRecord]>([
    ['wrong', { ...five[0], counts: { testError: { count: 214, total: 20_000 } } }],
    ['total', { ...five[0], counts: { testError: { count: 107, total: 10_001 } } }],
    ['presence', { ...five[0], counts: {} }],
  ])('is unusable where two records count differently: %s', (_, twin) => {
    expect(evidenceOf([...five, twin])).toMatchObject({ basis: 'unusable', reading: differing })
  })

  it('is unusable where two records of one count give another fraction', () => {
    const twin = { ...five[0], metrics: { testError: 0.01071 } }
    expect(evidenceOf([...five, twin]).reading).toBe(differing)
    const bare = five.map((record) => ({ ...record, counts: {} }))
    const other = { ...bare[0], metrics: { testError: 0.2 } }
    expect(evidenceOf([...bare, other]).reading).toBe(differing)
  })

  it('takes a fraction for its count when it is off by less than half of one', () => {
    const half = (testError: number) => ({
      ...valued('deformed', 0, { testError }),
      counts: { testError: { count: 1, total: 4 } },
    })
    const rest = [1, 2, 3, 4].map((seed) => counted('deformed', seed, 10))
    const basis = (testError: number) =>
      judge(work(threshold), [half(testError), ...rest], here)[0].evidence.basis
    expect([basis(0.25), basis(0.374), basis(0.375), basis(0.125)]).toEqual([
      'paired-differences',
      'paired-differences',
      'unusable',
      'unusable',
    ])
  })
})
