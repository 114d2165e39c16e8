import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../../src/audit/report.ts'
import { auditSubjects } from '../../../src/audit/subjects/audits.ts'
import { namedFolders } from '../../../src/audit/subjects/named-folders.ts'
import { catalogueJson, catalogueMarkdown } from '../../../src/audit/writers/stub-catalogue.ts'
import { auditText } from '../../../src/cli/text/audit-text.ts'
import { severalText } from '../../../src/cli/text/catalogue-audit-text.ts'
import { keepingTerminal } from '../../cli/terminal.ts'

const root = mkdtempSync(join(tmpdir(), 'assay-rings-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A copy of the sound stub, with some files written over. */
function stub(name: string, files: Readonly<Record<string, string>> = {}) {
  cpSync(join(import.meta.dirname, '..', 'stub'), join(root, name), { recursive: true })
  rmSync(join(root, name, 'assay.json'))
  const readme = join(root, name, 'README.md')
  const lines = readFileSync(readme, 'utf8').split('\n')
  writeFileSync(readme, lines.filter((line) => !line.includes('assay.json')).join('\n'))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, name, path), text)
}

stub('ring-net', { 'net.py': 'import numpy as np\nimport PIL\nimport scipy\n' })
stub('ring-broken', { 'assay.json': '{' })
stub('ring-large')
for (let i = 0; i < 5001; i++) writeFileSync(join(root, 'ring-large', `${i}.log`), '')
mkdirSync(join(root, 'bin'))
writeFileSync(join(root, 'bin', 'book.py'), 'print(1)\n')
writeFileSync(
  join(root, 'README.md'),
  [
    '# Rings',
    'Pure numpy + matplotlib throughout; scipy is not allowed.',
    '[net](ring-net/), [gone](ring-gone/)',
  ].join('\n\n'),
)
writeFileSync(join(root, 'ring-net', 'SIBLINGS.md'), 'This page is not audited: [gone](../gone/)\n')
{
  const readme = join(root, 'ring-broken', 'README.md')
  writeFileSync(readme, '# Rings\n\n[net](../ring-net/) and [gone](../ring-gone/)\n')
}

const host = {
  commandFault: async () => null,
  signal: new AbortController().signal,
  begins() {},
  done() {},
  said() {},
}
const request = {
  preset: 'quick',
  data: 'strokes',
  openData: () => Promise.reject(new Error('no data is needed')),
  workers: 1,
  counterfactual: 0,
} as const
const audit = (...subjects: readonly string[]) => auditSubjects(subjects, request, host)

const reports = await audit(root)
const named = (name: string) => reports.find(({ subject }) => subject.name === name) as AuditReport
const findings = (report: AuditReport, clause: string) =>
  report.clauses.find((one) => one.clause === clause)?.findings.map(({ what }) => what) ?? []

describe('a catalogue', () => {
  it('gives a report of itself, then one of each folder with a README and a source', () => {
    expect(reports.map(({ subject: { kind, folder } }) => [kind, folder])).toEqual([
      ['catalogue', undefined],
      ['stub', 'ring-broken'],
      ['stub', 'ring-large'],
      ['stub', 'ring-net'],
    ])
  })

  it('finds dead links of its own pages, and lets those to stubs be', () => {
    expect(findings(reports[0], 'CATALOGUE-1')).toEqual(['the link ring-gone/ leads to nothing'])
  })

  it('resolves links between siblings', () => {
    expect(findings(named('ring-broken'), 'README-6')).toEqual([
      'the link ../ring-gone/ leads to nothing',
    ])
  })

  it('gives a folder with a broken assay.json its own report, with the rest of it read', () => {
    const report = named('ring-broken')
    expect(findings(report, 'RUN-10')).toEqual(['assay.json is cut short or not JSON'])
    expect(report.verdict).toBe('REJECT')
  })

  it('gives a folder that cannot be read one finding, and the others theirs', () => {
    const report = named('ring-large')
    expect(report.clauses.flatMap(({ findings }) => findings)).toHaveLength(1)
    expect(findings(report, 'README-1').join()).toMatch(/more than 5000 files/)
    expect(
      named('ring-net').clauses.filter(({ state }) => state === 'passes').length,
    ).toBeGreaterThan(15)
  })

  it('counts what its root says of packages, what they bring along, and not what it forbids', () => {
    expect(findings(named('ring-net'), 'HYG-3')).toEqual([
      'imports scipy, but scipy is declared nowhere: it belongs in requirements.txt, or under Running',
    ])
  })
})

describe('one stub of it', () => {
  it('is held against its catalogue, too', async () => {
    const [report] = await audit(join(root, 'ring-net'))
    expect(findings(report, 'HYG-3')).toEqual(findings(named('ring-net'), 'HYG-3'))
    expect(report.subject.folder).toBeUndefined()
  })

  it('that cannot be read ends the audit, when it is the only one', async () => {
    await expect(audit(join(root, 'ring-large'))).rejects.toThrow(/more than 5000 files/)
  })
})

describe('a pattern', () => {
  it('stands for the folders that it fits', () => {
    const names = namedFolders(join(root, 'ring-?*t')).map((path) => path.slice(root.length + 1))
    expect(names).toEqual(['ring-net'])
    expect(namedFolders(join(root, 'no-*'))).toEqual([])
    expect(namedFolders('a.b')).toEqual(['a.b'])
  })
})

describe('its page', () => {
  const [first, ...others] = reports
  const all: readonly [AuditReport, ...AuditReport[]] = [first, ...others]

  it('in JSON has the table, what is in common and every report', () => {
    const { table, common, reports: written } = JSON.parse(catalogueJson(all))
    expect(written).toHaveLength(4)
    expect(table.stubs).toHaveLength(3)
    const at = table.clauses.indexOf('RUN-10')
    expect(table.stubs.map(({ states }: { states: string[] }) => states[at])).toEqual([
      'fails',
      'not-applicable',
      'not-applicable',
    ])
    expect(common.every(({ subjects }: { subjects: string[] }) => subjects.length > 1)).toBe(true)
  })

  it('in Markdown has a row a stub and a column a clause that fails, and every verdict its limits', () => {
    const page = catalogueMarkdown(all)
    expect(page).toMatch(/^# Audit of assay-rings-\w+: REJECT\n\n1\. /)
    expect(page).toMatch(/\| Stub \| Verdict \|.* RUN-10 \|/)
    expect(page).toMatch(/\| ring-broken \| REJECT \|.* ✗ /)
    expect(page.match(/^Not covered: /gm)).toHaveLength(4)
  })

  it('in a terminal has a row a stub, with what is wrong and what is a note', () => {
    const text = severalText(others, 100).join('\n')
    expect(text).toMatch(/ring-broken +REJECT +README-6 RUN-10/)
    expect(text).toMatch(/ring-net +APPROVE-WITH-NOTES +README-5 HYG-3/)
  })
})

describe('a report', () => {
  const { terminal } = keepingTerminal()
  const lines = auditText(named('ring-broken'), terminal)

  it('has the verdict and the two findings that matter most in its first three lines', () => {
    expect(lines[0]).toMatch(/^ring-broken: REJECT \(.*README-6.*RUN-10/)
    expect(lines[1]).toMatch(/^ {2}README-6 ring-broken\/README\.md:3: the link \.\.\/ring-gone\//)
    expect(lines[2]).toMatch(/^ {2}RUN-10 ring-broken\/assay\.json: assay\.json is cut short/)
  })

  it('ends with what the verdict does not cover', () => {
    const last = lines.findLastIndex((line) => line.includes('Not covered: '))
    expect(last).toBeGreaterThan(lines.length - 5)
    expect(named('ring-broken').notCovered).toMatch(/nothing was run; \d+ clauses that need an/)
  })
})
