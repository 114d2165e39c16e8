import { describe, expect, it } from 'vitest'
import { auditOf } from '../../src/audit/audit.ts'
import type { Evidence } from '../../src/audit/evidence.ts'
import type { NamedRule } from '../../src/audit/rule.ts'
import { type Judged, verdictOf } from '../../src/audit/verdict.ts'

const clause = (severity: Judged['severity'], state: Judged['state'], name = 'X-1'): Judged => ({
  clause: name,
  severity,
  state,
})
const holds = clause('MUST', 'passes', 'X-0')

describe('the verdict', () => {
  it.each<[string, readonly Judged[], string, boolean]>([
    ['all hold', [holds, clause('SHOULD', 'passes')], 'APPROVE', false],
    ['a MUST fails', [holds, clause('MUST', 'fails')], 'REJECT', false],
    ['a MUST is unproven', [holds, clause('MUST', 'unproven')], 'REJECT', true],
    [
      'one fails, one is unproven',
      [clause('MUST', 'fails'), clause('MUST', 'unproven')],
      'REJECT',
      false,
    ],
    ['a SHOULD fails', [holds, clause('SHOULD', 'fails')], 'APPROVE-WITH-NOTES', false],
    ['a SHOULD is unproven', [holds, clause('SHOULD', 'unproven')], 'APPROVE-WITH-NOTES', false],
    ['a MUST is waived', [holds, clause('MUST', 'waived')], 'APPROVE-WITH-NOTES', false],
    [
      'a MUST could not be checked',
      [holds, clause('MUST', 'not-checked')],
      'APPROVE-WITH-NOTES',
      false,
    ],
    ['a MUST asks nothing', [holds, clause('MUST', 'not-applicable')], 'APPROVE', false],
    ['nothing was checked', [clause('MUST', 'not-applicable')], 'REJECT', true],
    ['there are no clauses', [], 'REJECT', true],
  ])('when %s', (_, clauses, verdict, undecided) => {
    expect(verdictOf(clauses)).toMatchObject({ verdict, undecided })
  })

  it('names the clauses that decided it', () => {
    const clauses = [holds, clause('SHOULD', 'fails', 'X-2'), clause('MUST', 'fails', 'X-3')]
    expect(verdictOf(clauses).because).toEqual(['X-3'])
    expect(verdictOf(clauses.slice(0, 2)).because).toEqual(['X-2'])
  })
})

describe('a waiver', () => {
  const rule: NamedRule = {
    name: 'always-fails',
    clause: 'HYG-1',
    severity: 'MUST',
    says: 'Nothing.',
    because: 'nothing',
    appliesTo: ['stub'],
    example: { passes: 'a', fails: 'b' },
    check: () => ({ read: '', lookedFor: '', findings: [{ what: 'it fails', at: { path: 'a' } }] }),
  }
  const evidence: Evidence = {
    subject: { kind: 'stub', name: 'one' },
    files: [],
    readme: { state: 'unreadable', path: 'README.md', why: 'is not there' },
    declared: null,
    goldens: [],
    commands: [],
    links: [],
    stale: [],
    pinnedData: {},
    runs: null,
    probes: null,
  }
  const waiver = {
    rule: 'always-fails',
    subject: 'one',
    reason: 'it is being mended',
    owner: 'Ada',
    expires: '2026-06-30',
  }
  const verdict = (today: string, changes: Partial<typeof waiver> = {}) =>
    auditOf(evidence, { rules: [rule], waivers: [{ ...waiver, ...changes }], today }).verdict

  it('turns a failure into a note until its last day, and not a day longer', () => {
    expect(verdict('2026-06-30')).toBe('APPROVE-WITH-NOTES')
    expect(verdict('2026-07-01')).toBe('REJECT')
  })

  it('covers its own rule and its own subject alone', () => {
    expect(verdict('2026-01-01', { rule: 'another' })).toBe('REJECT')
    expect(verdict('2026-01-01', { subject: 'two' })).toBe('REJECT')
  })

  it('covers no evidence that is missing', () => {
    const unproven: NamedRule = {
      ...rule,
      check: () => ({ read: '', lookedFor: '', findings: [], unproven: 'no runs' }),
    }
    const report = auditOf(evidence, { rules: [unproven], waivers: [waiver], today: '2026-01-01' })
    expect(report.verdict).toBe('REJECT')
  })
})
