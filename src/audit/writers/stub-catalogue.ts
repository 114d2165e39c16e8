import { z } from 'zod'
import { type CatalogueTable, catalogueTable } from '../catalogue/table.ts'
import { type CrossCutting, crossCutting } from '../cross-cutting.ts'
import { type AuditReport, auditReportSchema, clauseStates } from '../report.ts'
import { markdownText as text } from '../text/markdown-text.ts'
import { markdownFindings, verdictLines } from './markdown.ts'

/** The audit of a catalogue, as it is written to JSON: its table, what is in common, and every report. */
export const catalogueAuditSchema = z.strictObject({
  schema: z.literal('assay/catalogue-audit@1'),
  name: z.string(),
  table: z.strictObject({
    /** Those that fail or are unproven somewhere, in the order of the specification. */
    clauses: z.array(z.string()),
    stubs: z.array(
      z.strictObject({
        name: z.string(),
        folder: z.string(),
        verdict: z.enum(['APPROVE', 'APPROVE-WITH-NOTES', 'REJECT']),
        states: z.array(z.enum(clauseStates)),
      }),
    ),
  }),
  common: z.array(
    z.strictObject({
      clause: z.string(),
      says: z.string(),
      state: z.enum(['fails', 'unproven']),
      subjects: z.array(z.string()),
    }),
  ),
  /** The catalogue's own report, then that of each stub. */
  reports: z.array(auditReportSchema),
})

/** The same evidence gives the same bytes. */
export function catalogueJson(reports: readonly [AuditReport, ...AuditReport[]]): string {
  const [own, ...stubs] = reports
  const { clauses, stubs: rows } = catalogueTable(stubs)
  const value = {
    schema: 'assay/catalogue-audit@1' as const,
    name: own.subject.name,
    table: {
      clauses: [...clauses],
      stubs: rows.map(({ name, folder, verdict, states }) => ({
        name,
        folder,
        verdict,
        states: [...states],
      })),
    },
    common: crossCutting(stubs).map((one) => ({ ...one, subjects: [...one.subjects] })),
    reports: [...reports],
  }
  return `${JSON.stringify(z.encode(catalogueAuditSchema, value), null, 2)}\n`
}

/** A catalogue's page: its own verdict, a table stubs by clauses, what several have in common, each stub. */
export function catalogueMarkdown(reports: readonly [AuditReport, ...AuditReport[]]): string {
  const [own, ...stubs] = reports
  const parts = [
    `# Audit of ${text(own.subject.name)}: ${own.verdict}`,
    ...verdictLines(own),
    ...own.clauses
      .filter(({ state }) => state === 'fails')
      .map(({ clause, says, findings }) =>
        [
          `**${clause}** ${text(says)}`,
          '',
          ...findings.map(
            ({ what, path, line }) =>
              `- ${text(path)}${line === null ? '' : `:${line}`}: ${text(what)}`,
          ),
        ].join('\n'),
      ),
    '## The stubs',
    tableText(catalogueTable(stubs)),
    '✗ fails, ! is a note, ? is unproven, and nothing stands where a clause holds or asks nothing.',
    '## What several have in common',
    commonText(crossCutting(stubs), stubs.length),
    ...stubs.map(markdownFindings),
  ]
  return `${parts.join('\n\n')}\n`
}

function tableText({ clauses, stubs }: CatalogueTable): string {
  const head = ['Stub', 'Verdict', ...clauses]
  const rows = stubs.map(({ name, verdict, marks }) => [text(name), verdict, ...marks])
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function commonText(common: readonly CrossCutting[], all: number): string {
  const lines = common.map(
    ({ clause, state, subjects, says }) =>
      `- ${clause} ${state === 'fails' ? 'fails' : 'is unproven'} in ${subjects.length} of ${all} (${subjects.map(text).join(', ')}): ${text(says)}`,
  )
  return lines.length > 0 ? lines.join('\n') : 'Nothing.'
}
