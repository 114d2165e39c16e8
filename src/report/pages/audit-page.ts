import type { ClauseReport } from '../../audit/report.ts'
import { type Child, html } from '../html.ts'
import { faultsNotice, type Page, paperPath, table } from '../layout.ts'
import { badge } from '../parts/outcome.ts'
import type { SiteSource } from '../source.ts'

const marks: Readonly<Record<ClauseReport['state'], string>> = {
  passes: '✓ passes',
  fails: '✗ fails',
  unproven: '? unproven',
  waived: '! waived',
  'not-checked': '- not checked',
  'not-applicable': '- not applicable',
}

/** Every clause of the specification against every paper. */
export function auditPage(source: SiteSource): Page {
  const audits = source.papers.map(({ slug }) => ({ slug, report: source.auditOf(slug) }))
  const clauses = new Map<string, ClauseReport>()
  for (const { report } of audits)
    for (const one of report?.clauses ?? [])
      if (!clauses.has(one.clause)) clauses.set(one.clause, one)
  const stateOf = (
    report: (typeof audits)[number]['report'],
    slug: string,
    clause: string,
  ): Child => {
    const state = report?.clauses.find((one) => one.clause === clause)?.state
    if (!state) return html`<span class="quiet">no audit</span>`
    return html`<a class="nowrap state-${state}" href="${paperPath(slug)}#audit-${clause}">${marks[state]}</a>`
  }
  const rows = [...clauses.values()].map(({ clause, severity, says }) => [
    html`<span class="nowrap" id="${clause}">${clause}</span>`,
    severity,
    says,
    ...audits.map(({ slug, report }) => stateOf(report, slug, clause)),
  ])
  return {
    path: 'audit.html',
    title: 'Audit: every clause against every paper',
    description: 'The audit of each reproduction, clause by clause, with links to the evidence.',
    main: html`<h1>Audit</h1>
<p>A clause is a pure function of evidence: files that were read, code that was called, runs that were made again. One MUST that fails or is unproven rejects a paper. Each cell leads to what was read and looked for.</p>
${faultsNotice(source.faults.filter((fault) => fault.of === 'audit'))}
<h2>Verdicts</h2>
${table(
  'Verdicts',
  ['Paper', 'Verdict', 'Because of', 'Holds', 'Fails', 'Unproven', 'Waived'],
  audits.map(({ slug, report }) => {
    const count = (state: ClauseReport['state']) =>
      report?.clauses.filter((one) => one.state === state).length
    return [
      html`<a href="${paperPath(slug)}#audit">${slug}</a>`,
      report ? badge(report.verdict) : 'no audit',
      report?.because.map((clause, i) => [i > 0 && ', ', html`<a href="#${clause}">${clause}</a>`]),
      ...(['passes', 'fails', 'unproven', 'waived'] as const).map(count),
    ]
  }),
)}
<h2>Clauses</h2>
${table('Clauses', ['Clause', 'Severity', 'Asks', ...audits.map(({ slug }) => slug)], rows)}`,
  }
}
