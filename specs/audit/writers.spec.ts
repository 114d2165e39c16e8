import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import publishedSarif from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {
  type: 'json',
}
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { auditOf } from '../../src/audit/audit.ts'
import type { Evidence } from '../../src/audit/evidence.ts'
import { readStub, stubEvidence } from '../../src/audit/gather/stub-evidence.ts'
import type { AuditReport } from '../../src/audit/report.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { jsonReport } from '../../src/audit/writers/json.ts'
import { markdownReport } from '../../src/audit/writers/markdown.ts'
import { sarifLog } from '../../src/audit/writers/sarif.ts'
import { auditText } from '../../src/cli/text/audit-text.ts'
import { packageRoot } from '../../src/package-root.ts'
import { keepingTerminal } from '../cli/terminal.ts'
import { stubWith } from './broken-stub.ts'
import type { Edit } from './fault.ts'

const rules = await loadRules()
const terms = { rules, waivers: [], today: '2026-01-01' }

function evidenceWith(edits: readonly Edit[]): Evidence {
  const { folder, dispose } = stubWith(edits, { assayJson: false })
  try {
    return stubEvidence(readStub(folder), null)
  } finally {
    dispose()
  }
}

const hostile = '<script>alert(1)</script>\u001b[31m\u202e|x](javascript:y)'
const edits: readonly Edit[] = [
  {
    path: 'README.md',
    replace: [
      '## Problem\n',
      `## Problem\n\n[${hostile}](gone/${encodeURI(hostile)}.md) [a](gone\u202e.md)\n`,
    ],
  },
  { path: 'README.md', replace: ['## Visualizations\n', '## Pictures\n'] },
]
const report = auditOf(evidenceWith(edits), terms)

/**
 * The schema as it was published, from the package that carries it; zod takes every `uri-reference`
 * for a whole URL, so that format is left to the assertion about paths.
 */
const sarifSchema = z.fromJSONSchema(
  JSON.parse(JSON.stringify(publishedSarif), (key, value) =>
    key === 'format' && value === 'uri-reference' ? undefined : value,
  ),
)

describe('a report', () => {
  it('finds what was broken', () => {
    const failing = report.clauses.filter(({ state }) => state === 'fails').map(({ rule }) => rule)
    expect(failing).toEqual(expect.arrayContaining(['readme-sections', 'readme-links']))
    expect(report.verdict).toBe('REJECT')
  })

  it('is the same bytes for the same evidence, in every form', () => {
    const again = auditOf(evidenceWith(edits), terms)
    const forms = (one: AuditReport) => [
      jsonReport(one),
      markdownReport(one),
      sarifLog([one], '1.0.0'),
    ]
    expect(forms(again)).toEqual(forms(report))
  })

  it('is JSON by its own published schema', () => {
    const path = join(packageRoot, 'audits/schemas/audit.schema.json')
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(path, 'utf8')))
    const json = JSON.parse(jsonReport(report))
    expect(schema.safeParse(json).error?.issues ?? []).toEqual([])
    expect(schema.safeParse({ ...json, verdict: 'FINE' }).success).toBe(false)
  })

  it('is SARIF 2.1.0 by the published schema, a result a finding, with file and line', () => {
    const log = JSON.parse(sarifLog([report], '1.0.0'))
    expect(sarifSchema.safeParse(log).error?.issues ?? []).toEqual([])
    const findings = report.clauses.flatMap(({ findings }) => findings)
    const unproven = report.clauses.filter(({ state }) => state === 'unproven')
    expect(log.runs[0].results).toHaveLength(findings.length + unproven.length)
    const dead = log.runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'README-6')
    expect(dead.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'README.md' },
      region: { startLine: 12 },
    })
    log.runs[0].results[0].level = 'fatal'
    expect(sarifSchema.safeParse(log).success).toBe(false)
  })

  it('keeps its fingerprints when lines move, and changes them with the finding', () => {
    const moved = auditOf(
      evidenceWith([
        ...edits,
        { path: 'README.md', replace: ['**Demonstrates:**', '\n\n**Demonstrates:**'] },
      ]),
      terms,
    )
    const ids = (one: AuditReport) =>
      one.clauses.flatMap(({ findings }) => findings.map(({ id }) => id))
    expect(ids(moved)).toEqual(ids(report))
    expect(new Set(ids(report)).size).toBe(ids(report).length)
  })

  it('lets no escape code, no direction override and no html of a folder through', () => {
    const terminal = auditText(report, keepingTerminal().terminal).join('\n')
    for (const form of [
      terminal,
      markdownReport(report),
      jsonReport(report),
      sarifLog([report], '1'),
    ]) {
      expect(form).not.toContain('\u001b')
      expect(form).not.toContain('\u202e')
    }
    expect(markdownReport(report)).not.toContain('<script')
    expect(terminal).toContain('u{202e}')
  })
})
