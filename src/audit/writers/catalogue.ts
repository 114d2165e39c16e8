import { crossCutting } from '../cross-cutting.ts'
import type { AuditReport } from '../report.ts'
import { markdownText as text } from '../text/markdown-text.ts'

/** The page over all reports: a verdict a subject, and what several of them have in common. */
export function catalogueReport(reports: readonly AuditReport[]): string {
  const rows = reports.map(({ subject, verdict, because, claims }) => [
    `[${text(subject.name)}](${subject.name}.md)`,
    `**${verdict}**`,
    because.map((clause) => `[${clause}](SPEC.md#${clause.toLowerCase()})`).join(', '),
    claims
      .filter(({ id }, i) => claims.findIndex((one) => one.id === id) === i)
      .map(({ id, outcome, judgedOn }) => `\`${id}\`: ${outcome} (${text(judgedOn)})`)
      .join('<br>'),
  ])
  const common = crossCutting(reports).map(
    ({ clause, says, state, subjects }) =>
      `- [${clause}](SPEC.md#${clause.toLowerCase()}) ${state === 'fails' ? 'fails' : 'is unproven'} in ${subjects.length} of ${reports.length} (${subjects.map(text).join(', ')}): ${text(says)}`,
  )
  const head = ['| Paper | Verdict | Because of | Claims |', '| --- | --- | --- | --- |']
  const parts = [
    '# Audits',
    '<!-- Written by assay audit. Edits are lost, and found. -->',
    'Each paper against [the specification](SPEC.md): the verdict, the clauses that decided it, and what its records say of its claims.',
    [...head, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
    '## What several papers have in common',
    common.length > 0 ? common.join('\n') : 'Nothing.',
  ]
  return `${parts.join('\n\n')}\n`
}
