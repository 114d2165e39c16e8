import { createHash } from 'node:crypto'
import { located } from '../located.ts'
import type { AuditReport, ClauseReport } from '../report.ts'
import { readingClauses } from '../review/reading-clauses.ts'

const levels = { MUST: 'error', SHOULD: 'warning' } as const

/**
 * Reports as one SARIF 2.1.0 log, for code review: a rule a clause, a result a finding, with a
 * fingerprint that survives edits elsewhere. What is unproven is a result without a finding.
 */
export function sarifLog(reports: readonly AuditReport[], version: string): string {
  const rules = new Map<string, object>()
  for (const { clauses } of reports)
    for (const { clause, rule, says, severity } of clauses)
      rules.set(clause, {
        id: clause,
        name: rule,
        shortDescription: { text: says },
        defaultConfiguration: { level: levels[severity] },
      })
  for (const { clause, severity, says } of readingClauses)
    if (reports.some(({ review }) => isRead(review, clause)))
      rules.set(clause, {
        id: clause,
        shortDescription: { text: says },
        defaultConfiguration: { level: levels[severity] },
      })
  const ids = [...rules.keys()]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'assay', semanticVersion: version, rules: [...rules.values()] } },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap((report) => [
          ...report.clauses.flatMap((clause) =>
            resultsOf(report, clause, ids.indexOf(clause.clause)),
          ),
          ...readResults(report, ids),
        ]),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultsOf(
  { subject, verdict }: AuditReport,
  clause: ClauseReport,
  ruleIndex: number,
): object[] {
  const { clause: ruleId, severity, state, says, why, findings } = clause
  const common = { ruleId, ruleIndex, level: levels[severity] }
  if (state === 'unproven') {
    const text = `${subject.name}: unproven: ${says} ${why}`
    const fingerprint = { assay: `${ruleId}-unproven-${subject.name}` }
    const locations = [location(located(subject, 'README.md'), null)]
    // What nobody tried to prove of a folder that was only read rejects nothing.
    const level = verdict === 'REJECT' ? common.level : 'note'
    return [{ ...common, level, message: { text }, locations, partialFingerprints: fingerprint }]
  }
  if (state !== 'fails' && state !== 'waived') return []
  return findings.map(({ id, what, path, line, severity: own }) => ({
    ...common,
    ...(own && { level: levels[own] }),
    message: { text: `${subject.name}: ${what}` },
    locations: [location(located(subject, path), line)],
    partialFingerprints: { assay: id },
    ...(state === 'waived' && {
      suppressions: [{ kind: 'external', justification: why ?? '' }],
    }),
  }))
}

const isRead = (review: AuditReport['review'], clause: string) =>
  (review ?? []).some(({ holds }) => holds.some((entry) => entry.clause === clause))

/** What readers found: a result each, the second place beside the first, marked as read. */
function readResults({ subject, review = [] }: AuditReport, ids: readonly string[]): object[] {
  return review.flatMap(({ reader, holds }) =>
    holds.map(({ clause: ruleId, severity, what, places: [first, second] }) => {
      const key = JSON.stringify([ruleId, first.path, first.words, second.path, second.words])
      const place = (one: typeof first) => location(located(subject, one.path), one.line)
      return {
        ...{ ruleId, ruleIndex: ids.indexOf(ruleId), level: levels[severity] },
        message: { text: `${subject.name}: read by ${reader}: ${what}` },
        locations: [place(first)],
        relatedLocations: [{ ...place(second), message: { text: `“${second.words}”` } }],
        partialFingerprints: { assay: `read-${sha256(key)}` },
        properties: { reader },
      }
    }),
  )
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

function location(path: string, line: number | null): object {
  const uri = path.split('/').map(encodeURIComponent).join('/')
  return {
    physicalLocation: {
      artifactLocation: { uri },
      ...(line !== null && { region: { startLine: line } }),
    },
  }
}
