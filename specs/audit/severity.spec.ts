import { describe, expect, it } from 'vitest'
import { auditOf } from '../../src/audit/audit.ts'
import type { Evidence } from '../../src/audit/evidence.ts'
import type { Finding } from '../../src/audit/finding.ts'
import { foremostOf } from '../../src/audit/foremost.ts'
import { type StubFolder, stubEvidence } from '../../src/audit/gather/stub-evidence.ts'
import type { NamedRule } from '../../src/audit/rule.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { editedInMemory } from './broken-stub.ts'
import type { Edit } from './fault.ts'
import { soundStub } from './sound-stub.ts'
import { stubFile } from './stub-files.ts'

const rules = await loadRules()
const terms = { rules, waivers: [], today: '2026-01-01' }

/** The sound stub without assay.json, read, with edits. */
function evidenceOf(...edits: readonly Edit[]): Evidence {
  const files = soundStub.files.filter(({ path }) => path !== 'assay.json')
  const plain: StubFolder = { ...soundStub, files, assayJson: null }
  const line = '| [assay.json](assay.json) | how to run it, and what is claimed |\n'
  const all: readonly Edit[] = [{ path: 'README.md', replace: [line, ''] }, ...edits]
  const edited = all.reduce((stub, edit) => editedInMemory(stub, edit) as StubFolder, plain)
  return stubEvidence(edited, null)
}

/** No record, and an animation that names none. */
const withoutRecord: readonly Edit[] = [
  { path: 'results.json', write: '{}' },
  {
    path: 'rings.gif',
    write: Buffer.from(
      stubFile('rings.gif').toString('latin1').replace('assay:', 'other:'),
      'latin1',
    ),
  },
]

/** What is only another convention: the animation below, no record, the figure named and not shown. */
const conventions: readonly Edit[] = [
  ...withoutRecord,
  { path: 'README.md', replace: ['](rings.gif)\n\nAda', '](figures/accuracy.png)\n\nAda'] },
  {
    path: 'README.md',
    replace: [
      '![test accuracy of both models, a bar for each seed](figures/accuracy.png)',
      '`figures/accuracy.png` has a bar for each seed.',
    ],
  },
  {
    path: 'README.md',
    replace: ['**Demonstrates:** A net', '## What it demonstrates\n\nA net'],
  },
]
const failing = (edits: readonly Edit[], pedantic = false) =>
  auditOf(evidenceOf(...edits), { ...terms, pedantic })
    .clauses.filter(({ state }) => state === 'fails')
    .map(({ clause, severity }) => `${clause} ${severity}`)

describe('a folder of others', () => {
  it('is not blamed for another convention than ours, unless it is asked for', () => {
    expect(failing(conventions)).toEqual([])
    const pedantic = failing(conventions, true)
    expect(pedantic).toEqual(
      expect.arrayContaining(['GOLD-1 SHOULD', 'FIG-1 SHOULD', 'FIG-4 SHOULD']),
    )
    expect(pedantic.filter((one) => one.endsWith('MUST'))).toEqual([])
  })

  it('is rejected for what is wrong, and has a note on what could be better', () => {
    const dead: Edit = { path: 'README.md', replace: ['](results.json)', '](gone.json)'] }
    const empty: Edit = {
      path: 'README.md',
      replace: [
        '- Full batches instead of single points, because the order of the points is then no matter.',
        '',
      ],
    }
    const report = auditOf(evidenceOf(dead, empty), terms)
    expect(report.verdict).toBe('REJECT')
    expect(report.because).toEqual(['README-6'])
    expect(failing([empty]).every((one) => one.endsWith('SHOULD'))).toBe(true)
    expect(auditOf(evidenceOf(empty), terms).verdict).toBe('APPROVE-WITH-NOTES')
  })

  it('that was only read is not rejected for what nobody tried', () => {
    const report = auditOf(stubEvidence(soundStub, null), terms)
    const unproven = report.clauses.filter(({ state }) => state === 'unproven')
    expect(unproven.some(({ severity }) => severity === 'MUST')).toBe(true)
    expect(report.verdict).toBe('APPROVE-WITH-NOTES')
    for (const { clause } of unproven) expect(report.notCovered).toContain(clause)
  })
})

describe('a paper of ours', () => {
  it('is held to every clause as it is written', () => {
    const rule = ruleFinding([{ what: 'a', at: { path: 'a' }, forOthers: 'pedantic' }], 'pedantic')
    const report = auditOf(
      { ...evidenceOf(), subject: { kind: 'paper', name: 'one' } },
      { ...terms, rules: [rule] },
    )
    expect(report.clauses[0]).toMatchObject({ severity: 'MUST', state: 'fails' })
    expect(report.verdict).toBe('REJECT')
  })
})

const ruleFinding = (
  findings: readonly Finding[],
  forOthers: NamedRule['forOthers'],
  clause: NamedRule['clause'] = 'HYG-1',
): NamedRule => ({
  name: 'a-rule',
  folder: 'shared',
  clause,
  severity: 'MUST',
  ...(forOthers && { forOthers }),
  says: 'Nothing.',
  because: 'nothing',
  appliesTo: ['paper', 'stub'],
  example: { passes: 'a', fails: 'b' },
  check: () => ({ read: '', lookedFor: '', findings }),
})

describe('one clause with findings of several weights', () => {
  const at = { path: 'a' }
  const rule = ruleFinding(
    [
      { what: 'a note', at },
      { what: 'it is wrong', at, forOthers: 'MUST' },
      { what: 'another convention', at, forOthers: 'pedantic' },
    ],
    'SHOULD',
  )

  it('weighs as much as the heaviest, and says of the others that they weigh less', () => {
    const [clause] = auditOf(evidenceOf(), { ...terms, rules: [rule] }).clauses
    expect(clause.severity).toBe('MUST')
    expect(clause.findings.map(({ what, severity }) => [what, severity])).toEqual([
      ['a note', 'SHOULD'],
      ['it is wrong', undefined],
    ])
  })
})

describe('the foremost findings', () => {
  const at = { path: 'README.md', line: 3 }
  const report = auditOf(evidenceOf(), {
    ...terms,
    rules: [
      ruleFinding([{ what: 'a note', at }], 'SHOULD', 'HYG-1'),
      ruleFinding(
        [
          { what: 'it is wrong', at },
          { what: 'it is wrong again', at },
        ],
        undefined,
        'HYG-2',
      ),
      ruleFinding([{ what: 'seed 0 is 0.9 here and 0.8 on README.md:12', at }], undefined, 'HYG-3'),
    ],
  })

  it('are what must hold before what should, contradictions first, of two clauses where two fail', () => {
    expect(foremostOf(report).map(({ clause }) => clause)).toEqual(['HYG-3', 'HYG-2'])
    expect(foremostOf(report, 4).map(({ finding }) => finding.what)).toEqual([
      'seed 0 is 0.9 here and 0.8 on README.md:12',
      'it is wrong',
      'a note',
      'it is wrong again',
    ])
  })
})
