import { foremostOf } from '../foremost.ts'
import { located } from '../located.ts'
import type { AuditReport, ClauseReport, ClauseState } from '../report.ts'
import { markdownText as text } from '../text/markdown-text.ts'
import { reviewMarkdown } from './review-markdown.ts'

/** The committed form of a report: what was decided and why first, then all of the evidence. */
export function markdownReport(report: AuditReport): string {
  const parts = [
    `# Audit of ${text(report.subject.name)}: ${report.verdict}`,
    '<!-- Written by assay audit. Edits are lost, and found. -->',
    ...verdictLines(report),
    ...claims(report),
    ...group(report, 'What fails', 'fails'),
    ...group(report, 'What is unproven', 'unproven'),
    ...reviewMarkdown(report),
    ...group(report, 'What is waived', 'waived'),
    ...group(report, 'What was not checked', 'not-checked'),
    '## All clauses',
    table(
      ['Clause', '', 'Asks', 'State', 'What was read', 'What was looked for'],
      report.clauses.map(({ clause, severity, says, state, read, lookedFor, why }) => [
        specLink(clause),
        severity,
        text(says),
        state,
        text(read || why || ''),
        text(lookedFor),
      ]),
    ),
    ...probes(report),
    ...runs(report),
  ]
  return `${parts.join('\n\n')}\n`
}

/** What a catalogue's page says of one of its stubs: the verdict, and what does not hold. */
export function markdownFindings(report: AuditReport): string {
  const { subject, verdict, clauses } = report
  const open = clauses.filter(({ state }) => state === 'fails' || state === 'unproven')
  return [
    `## ${text(subject.name)}: ${verdict}`,
    ...verdictLines(report),
    ...open.map((clause) => clauseText(report, clause)),
  ].join('\n\n')
}

/** The two findings that matter most, what the verdict rests on, and what it does not cover. */
export function verdictLines(report: AuditReport): string[] {
  const foremost = foremostOf(report).map(
    ({ clause, finding: { what, path, line } }, i) =>
      `${i + 1}. ${specLink(clause)} ${place(report, path, line)}: ${text(what)}`,
  )
  return [
    ...(foremost.length > 0 ? [foremost.join('\n')] : []),
    reasons(report),
    `Not covered: ${text(report.notCovered)}.`,
  ]
}

const specLink = (clause: string) => `[${clause}](SPEC.md#${clause.toLowerCase()})`

function reasons({ verdict, because, undecided, clauses }: AuditReport): string {
  const count = (state: ClauseState) => clauses.filter((one) => one.state === state).length
  const tally = `${count('passes')} clauses hold, ${count('fails')} fail, ${count('unproven')} are unproven, ${count('waived')} are waived.`
  if (because.length === 0) return tally
  const why = undecided ? 'For want of evidence' : verdict === 'REJECT' ? 'Because of' : 'Notes on'
  return `${why} ${because.map(specLink).join(', ')}. ${tally}`
}

function claims({ claims }: AuditReport): string[] {
  if (claims.length === 0) return []
  const rows = claims.map(({ id, judgedOn, declared, outcome, reading }) => [
    `\`${id}\``,
    text(judgedOn),
    declared ?? '',
    outcome,
    text(reading),
  ])
  const head = ['Claim', 'Judged on', 'Declared', 'The records say', 'Reading']
  return ['## Claims', table(head, rows)]
}

function group(report: AuditReport, title: string, state: ClauseState): string[] {
  const found = report.clauses.filter((one) => one.state === state)
  if (found.length === 0) return []
  return [`## ${title}`, ...found.map((clause) => clauseText(report, clause))]
}

function clauseText(report: AuditReport, one: ClauseReport): string {
  const { clause, severity, says, why, findings } = one
  const lines = findings.map(
    ({ what, path, line }) => `- ${place(report, path, line)}: ${text(what)}`,
  )
  const reason = why === null ? [] : [`- ${text(why)}`]
  return [`**${specLink(clause)}** (${severity}) ${text(says)}`, '', ...lines, ...reason].join('\n')
}

function place({ subject }: AuditReport, path: string, line: number | null): string {
  const shown = `${path}${line === null ? '' : `:${line}`}`
  if (subject.kind !== 'paper') return text(shown)
  return `[${text(shown)}](../${located(subject, path)}${line === null ? '' : `#L${line}`})`
}

function probes({ probes }: AuditReport): string[] {
  if (!probes) return []
  const rows = probes.mechanisms.map(({ mechanism, says, holds, seen }) => [
    `\`${mechanism}\``,
    text(says),
    holds ? 'holds' : 'does not hold',
    text(seen),
  ])
  const worst = [...probes.gradients].sort((a, b) => b.error - a.error)[0]
  const gradients = worst
    ? `${probes.gradients.length} tensors were checked against differences; the worst, ${text(`${worst.tensor} of ${worst.net}`)}, is off by ${worst.error.toExponential(1)} of its largest entry.`
    : 'No gradient was checked.'
  return [
    '## The code, called',
    gradients,
    ...(rows.length > 0 ? [table(['Mechanism', 'Says', '', 'Seen'], rows)] : []),
  ]
}

function runs({ runs }: AuditReport): string[] {
  if (!runs) return []
  const { node, platform, arch, cpu, commit } = runs.machine
  const where = `Node ${node}, ${platform} ${arch}, ${text(cpu)}${commit ? `, commit ${commit.slice(0, 12)}` : ''}`
  const rows = runs.runs.map(({ purpose, arm, seed, seconds, problem, metrics, digest }) => [
    purpose,
    `\`${arm}\``,
    String(seed),
    seconds.toFixed(1),
    problem === null
      ? Object.entries(metrics)
          .map(([name, value]) => `${text(name)} ${value}`)
          .join('<br>')
      : text(problem),
    digest === null ? '' : `\`${digest.slice(0, 12)}\``,
  ])
  const head = ['For', 'Arm', 'Seed', 'Seconds', 'Gave', 'Digest']
  return ['## Fresh runs', `Made on ${where}.`, table(head, rows)]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}
