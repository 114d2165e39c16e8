import { describe, expect, it } from 'vitest'
import { auditOf } from '../../../src/audit/audit.ts'
import type { Review, ReviewEntry } from '../../../src/audit/review/review-json.ts'
import { reviewed } from '../../../src/audit/review/reviewed.ts'
import { loadRules } from '../../../src/audit/rules.ts'
import { falseEntries } from './false-entries.ts'
import { evidence, pages, reviewWith } from './read-stub.ts'
import { entryOf, trueEntries } from './true-entries.ts'

const rules = await loadRules()

const terms = { rules, waivers: [], today: '2026-01-01' }
const plain = auditOf(evidence, terms)

const reportWith = (review: Review) => reviewed(plain, evidence, [{ review, pagesAbove: pages }])

const checked = (review: Review) => reportWith(review).review?.[0]

const allTrue = Object.keys(trueEntries).map((name) => entryOf(name as keyof typeof trueEntries))

describe('a review in which everything holds', () => {
  it('is believed, entry by entry', () => {
    const { holds, refused } = checked(reviewWith(allTrue))!
    expect(refused).toEqual([])
    expect(holds.map(({ clause }) => clause)).toEqual(allTrue.map(({ clause }) => clause))
  })

  it('says under which clauses nothing was found, and which have no answer', () => {
    const { nothingFound, unanswered } = checked(reviewWith([entryOf('winners')]))!
    expect(nothingFound).toEqual(['READ-7'])
    expect(unanswered).not.toContain('READ-1')
    expect(unanswered).toContain('READ-2')
  })

  it('may quote without marks of layout, over the end of a line, and with other dashes', () => {
    const { refused } = checked(
      reviewWith([
        {
          ...entryOf('overlapping'),
          places: [
            {
              path: 'README.md',
              line: 38,
              words: 'is 0.91 over ten seeds. The two curves are nearly overlapping',
            },
            { path: 'README.md', line: 34, words: '0 | 0.91 | 0.70' },
          ],
        },
      ]),
    )!
    expect(refused).toEqual([])
  })
})

describe('arithmetic', () => {
  it('may be computed with what was computed', () => {
    const entry = entryOf('overlapping')
    const numbers: ReviewEntry['numbers'] = [
      { says: 'difference', of: [0.91, 0.7], is: 0.21 },
      { says: 'percent', of: [0.21, 0.7], is: 30 },
    ]
    const sentence = 'They are called nearly overlapping, and one is 30 % above the other.'
    expect(checked(reviewWith([{ ...entry, numbers, sentence }]))!.refused).toEqual([])
    const [, alone] = numbers
    expect(checked(reviewWith([{ ...entry, numbers: [alone], sentence }]))!.holds).toEqual([])
  })
})

describe('a false entry among true ones', () => {
  it.each(falseEntries)(
    'is refused by name: $says',
    ({ entry, review = (same) => same, refused }) => {
      const alone = checked(review(reviewWith([entry])))!
      expect(alone.holds).toEqual([])
      expect(alone.refused.map(({ why }) => why)).toEqual([expect.stringMatching(refused)])
    },
  )

  it('leaves the others standing', () => {
    const entries = falseEntries.filter(({ review }) => !review).map(({ entry }) => entry)
    const mixed = [entryOf('winners'), ...entries, entryOf('adam')]
    const { holds, refused } = checked(reviewWith(mixed))!
    expect(holds.map(({ clause }) => clause)).toEqual(['READ-1', 'READ-6'])
    expect(refused.map(({ entry }) => entry)).toEqual(entries.map((_, i) => i + 2))
  })

  it('is one that was entered before', () => {
    const { refused } = checked(reviewWith([entryOf('adam'), entryOf('adam')]))!
    expect(refused.map(({ why }) => why)).toEqual(['it is entry 1 once more'])
  })
})

describe('a clause that the machine checked', () => {
  const under = (clause: string, entry: ReviewEntry) =>
    ({ ...entry, clause, severity: 'SHOULD' }) as const

  it('is contradicted by two numbers that differ, one of each place', () => {
    expect(checked(reviewWith([under('RUN-3', entryOf('epochs'))]))!.refused).toEqual([])
  })
})

describe('the verdict', () => {
  it('is REJECT for one MUST that holds, by its clause', () => {
    const { verdict, because, undecided } = reportWith(reviewWith([entryOf('winners')]))
    expect({ verdict, undecided }).toEqual({ verdict: 'REJECT', undecided: false })
    expect(because).toContain('READ-1')
    const both = reportWith(reviewWith([entryOf('seeds'), entryOf('winners')])).because
    expect(both.slice(-2)).toEqual(['READ-1', 'READ-13'])
  })

  it('is what it was when all that was said is refused', () => {
    const { review, ...after } = reportWith(reviewWith([falseEntries[0].entry]))
    expect(after).toEqual(plain)
    expect(review).toHaveLength(1)
  })

  it('names a SHOULD among the notes of what has no other fault', () => {
    const passing = rules.filter(({ clause }) => clause === 'RUN-3')
    const verdictFor = (severity: 'MUST' | 'SHOULD') => {
      const entry = { ...entryOf('winners'), severity }
      const reviews = [{ review: reviewWith([entry]), pagesAbove: pages }]
      return auditOf(evidence, { rules: passing, waivers: [], today: '2026-01-01', reviews })
    }
    expect(verdictFor('SHOULD')).toMatchObject({
      verdict: 'APPROVE-WITH-NOTES',
      because: ['READ-1'],
    })
    expect(verdictFor('MUST')).toMatchObject({ verdict: 'REJECT', because: ['READ-1'] })
  })

  it.each(['adam', 'overlapping'] as const)(
    'is not REJECT for a judgement that nothing re-derives: %s',
    (name) => {
      const passing = rules.filter(({ clause }) => clause === 'RUN-3')
      const entry = entryOf(name)
      expect(entry.severity).toBe('MUST')
      const reviews = [{ review: reviewWith([entry]), pagesAbove: pages }]
      const made = auditOf(evidence, { rules: passing, waivers: [], today: '2026-01-01', reviews })
      expect(made).toMatchObject({ verdict: 'APPROVE-WITH-NOTES', because: [entry.clause] })
      expect(made.review?.[0].holds).toMatchObject([{ severity: 'SHOULD', isJudgement: true }])
    },
  )

  it('is REJECT for what was computed of one place, and is otherwise in the other', () => {
    const entry = entryOf('seeds')
    const numbers: ReviewEntry['numbers'] = [
      { says: 'sum', of: [3, 100], is: 103 },
      { says: 'differ', of: [10, 103] },
    ]
    const [held] = checked(reviewWith([{ ...entry, numbers }]))!.holds
    expect(held).toMatchObject({ severity: 'MUST', isJudgement: false })
  })
})
