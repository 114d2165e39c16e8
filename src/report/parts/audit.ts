import { located } from '../../audit/located.ts'
import type { AuditReport, ClauseReport } from '../../audit/report.ts'
import { type Child, type Html, html } from '../html.ts'
import { table } from '../layout.ts'
import { badge } from './outcome.ts'

/**
 * A paper's audit: the verdict, every finding with its place, and all clauses with what was read.
 */
export function auditSection(report: AuditReport): Html {
  const open = report.clauses.filter(({ state }) => ['fails', 'unproven', 'waived'].includes(state))
  const passing = report.clauses.filter(({ state }) => state === 'passes').length
  return html`<p>${badge(report.verdict)} ${passing} clauses hold${report.because.length > 0 && html`; decided by ${report.because.map((clause, i) => [i > 0 && ', ', html`<a href="#audit-${clause}">${clause}</a>`])}`}.</p>
${report.notCovered && html`<p class="quiet">Not covered: ${report.notCovered}.</p>`}
${open.map((one) => findings(report, one))}
<details><summary>All clauses, with what was read and looked for</summary>
${clausesTable(report)}
</details>
${freshRuns(report)}
${probes(report)}`
}

function findings(
  report: AuditReport,
  { clause, severity, says, state, why, findings }: ClauseReport,
): Html {
  return html`<div class="sheet"><h3 id="finding-${clause}">${clause}: ${says}</h3>
<p><span class="state-${state}">${state}</span> <span class="quiet">(${severity})</span></p>
<ul>${findings.map(({ what, path, line }) => html`<li><code>${located(report.subject, path)}${line !== null && `:${line}`}</code>: ${what}</li>`)}
${why !== null && html`<li>${why}</li>`}</ul></div>
`
}

function clausesTable({ clauses, subject }: AuditReport): Html {
  const rows = clauses.map(({ clause, severity, says, state, read, lookedFor, why }) => [
    html`<span class="nowrap" id="audit-${clause}">${clause}</span>`,
    severity,
    says,
    html`<span class="state-${state}">${state}</span>`,
    read || why,
    lookedFor,
  ])
  const head = ['Clause', 'Severity', 'Asks', 'State', 'What was read', 'What was looked for']
  return table(`Clauses for ${subject.name}`, head, rows)
}

function freshRuns({ runs, subject }: AuditReport): Child {
  if (!runs) return null
  const { node, platform, arch, cpu, commit } = runs.machine
  const rows = runs.runs.map(({ purpose, arm, seed, seconds, problem, digest, command }) => [
    html`<code>${command}</code>`,
    purpose,
    arm,
    seed,
    seconds.toFixed(1),
    problem ?? html`<code class="hash">${digest?.slice(0, 16)}</code>`,
  ])
  return html`<details><summary>Fresh runs of the audit</summary>
<p>Made with Node ${node} on ${platform} ${arch}, ${cpu}${commit && html`, commit <code>${commit.slice(0, 12)}</code>`}.</p>
${table(`Fresh runs of ${subject.name}`, ['Command', 'For', 'Arm', 'Seed', 'Seconds', 'Digest, or what went wrong'], rows)}
</details>`
}

function probes({ probes, subject }: AuditReport): Child {
  if (!probes) return null
  const rows = probes.mechanisms.map(({ mechanism, says, holds, seen }) => [
    mechanism,
    says,
    holds ? 'holds' : 'does not hold',
    seen,
  ])
  const worst = probes.gradients.toSorted((a, b) => b.error - a.error)[0]
  return html`<details><summary>Checks that called the code</summary>
${worst && html`<p>${probes.gradients.length} gradient tensors were checked against differences; the worst, ${worst.tensor} of ${worst.net}, is off by ${worst.error.toExponential(1)} of its largest entry.</p>`}
${rows.length > 0 && table(`Mechanisms of ${subject.name}`, ['Mechanism', 'Says', 'State', 'Seen'], rows)}
</details>`
}
