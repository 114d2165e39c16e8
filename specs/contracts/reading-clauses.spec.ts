import { describe, expect, it } from 'vitest'
import { readingClauses } from '../../src/audit/review/reading-clauses.ts'
import { sheetTitles } from '../../src/audit/review/sheet.ts'
import { areas, loadRules } from '../../src/audit/rules.ts'

const rules = await loadRules()

describe('clauses that a reader answers', () => {
  it('are numbered without a gap, and no rule has one of them', () => {
    expect(readingClauses.map(({ clause }) => clause)).toEqual(
      readingClauses.map((_, i) => `READ-${i + 1}`),
    )
    expect(Object.keys(areas)).toContain('READ')
    expect(rules.filter(({ clause }) => clause.startsWith('READ-'))).toEqual([])
  })

  it.each(readingClauses)(
    '$clause says what must hold, why, how to tell, and by which facts',
    (one) => {
      expect(one.says).toMatch(/^[A-Z].*\.$/)
      expect(one.how).toMatch(/^[A-Z].*\.$/)
      expect(one.because).not.toMatch(/\.$/)
      expect(one.appliesTo.length).toBeGreaterThan(0)
      expect(one.facts.length).toBeGreaterThan(0)
      for (const name of one.facts) expect(Object.keys(sheetTitles)).toContain(name)
      expect(one.example.passes).not.toBe(one.example.fails)
    },
  )

  it('use every list of a packet', () => {
    const used = new Set(readingClauses.flatMap(({ facts }) => facts))
    expect([...used].sort()).toEqual(Object.keys(sheetTitles).sort())
  })
})
