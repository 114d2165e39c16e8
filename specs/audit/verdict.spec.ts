import { describe, expect, it } from 'vitest'
import { auditOf } from '../../src/audit/audit.ts'
import type { Evidence } from '../../src/audit/evidence.ts'
import type { NamedRule } from '../../src/audit/rule.ts'
import { freshSeedsOf } from '../../src/audit/subjects/fresh-seeds.ts'
import { type Judged, verdictOf } from '../../src/audit/verdict.ts'
import { exitCodeOf } from '../../src/cli/audit.ts'

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

  it.each<[string, readonly Judged[], string]>([
    ['a MUST is unproven', [holds, clause('MUST', 'unproven')], 'APPROVE-WITH-NOTES'],
    ['a MUST fails', [clause('MUST', 'fails'), clause('MUST', 'unproven')], 'REJECT'],
    ['nothing was checked', [clause('MUST', 'unproven')], 'REJECT'],
  ])('of a folder that was only read, when %s', (_, clauses, verdict) => {
    expect(verdictOf(clauses, { isOnlyRead: true }).verdict).toBe(verdict)
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
    folder: 'shared',
    clause: 'HYG-1',
    severity: 'MUST',
    says: 'Nothing.',
    because: 'nothing',
    appliesTo: ['paper', 'stub'],
    example: { passes: 'a', fails: 'b' },
    check: () => ({ read: '', lookedFor: '', findings: [{ what: 'it fails', at: { path: 'a' } }] }),
  }
  const evidence: Evidence = {
    subject: { kind: 'paper', name: 'one' },
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

  it('covers no folder that only has the name of a paper', () => {
    const foreign: Evidence = { ...evidence, subject: { kind: 'stub', name: 'one' } }
    const terms = { rules: [rule], waivers: [waiver], today: '2026-01-01' }
    expect(auditOf(foreign, terms).verdict).toBe('REJECT')
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

describe('the exit code', () => {
  const approved = { verdict: 'APPROVE', undecided: false } as const
  const rejected = { verdict: 'REJECT', undecided: false } as const
  const open = { verdict: 'REJECT', undecided: true } as const

  it('is 0 when all are approved, 2 when only evidence is missing, else 1', () => {
    expect(exitCodeOf([approved, { verdict: 'APPROVE-WITH-NOTES', undecided: false }])).toBe(0)
    expect(exitCodeOf([approved, open])).toBe(2)
    expect(exitCodeOf([open, rejected])).toBe(1)
    expect(exitCodeOf([rejected, approved])).toBe(1)
  })
})

describe('fresh seeds', () => {
  it('follow from commit and claim, are five, and none that anybody declares', () => {
    const seeds = freshSeedsOf('a', 'x')
    expect(seeds).toEqual(freshSeedsOf('a', 'x'))
    expect(seeds).not.toEqual(freshSeedsOf('b', 'x'))
    expect(seeds).not.toEqual(freshSeedsOf('a', 'y'))
    expect(new Set(seeds).size).toBe(5)
    for (const seed of seeds) expect(seed).toBeGreaterThanOrEqual(1000)
  })
})
