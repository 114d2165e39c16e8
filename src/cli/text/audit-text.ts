import { foremostOf } from '../../audit/foremost.ts'
import { located } from '../../audit/located.ts'
import type { AuditReport, ClauseReport, ClauseState } from '../../audit/report.ts'
import type { Colours } from '../terminal.ts'
import { counted } from './figures.ts'
import { cut, hanging, indented, table, wrap } from './layout.ts'
import { reviewText } from './review-text.ts'

export interface AuditTextContext {
  readonly colours: Colours
  readonly width: number
}

/** A report for people: the verdict and what decided it, then each clause that does not hold. */
export function auditText(report: AuditReport, context: AuditTextContext): string[] {
  const { subject, verdict, clauses } = report
  const { bold } = context.colours
  const count = (state: ClauseState) => clauses.filter((one) => one.state === state).length
  const tally = [
    `${counted(count('passes'), 'clause')} hold`,
    `${count('fails')} fail`,
    `${count('unproven')} unproven`,
    ...(count('waived') > 0 ? [`${count('waived')} waived`] : []),
    ...(count('not-checked') > 0 ? [`${count('not-checked')} not checked`] : []),
  ].join(', ')
  return [
    `${bold(subject.name)}: ${verdictWords(report, context.colours)}`,
    ...foremostText(report, context.width),
    ...indented(wrap(tally, context.width - 2)),
    ...(verdict === 'APPROVE'
      ? []
      : weightiestFirst(clauses).flatMap((clause) => clauseText(report, clause, context))),
    ...reviewText(report, context),
    ...claimsText(report),
    ...hintText(report),
    '',
    ...indented(hanging('Not covered: ', 13, report.notCovered, context.width - 2)),
  ]
}

/** The two findings that matter most, a line each: all of it stands below. */
function foremostText(report: AuditReport, width: number): string[] {
  const { subject, undecided, verdict, review = [] } = report
  const foremost = foremostOf(report)
  if (foremost.length === 0 && review.some(({ holds }) => holds.length > 0))
    return ['  No rule found a fault. What a reader found stands below.']
  if (foremost.length === 0)
    return [
      `  ${undecided || verdict === 'REJECT' ? 'Nothing was found to be wrong, and too little was proven.' : 'Nothing was found to be wrong.'}`,
    ]
  return foremost.map(({ clause, finding: { what, path, line } }) =>
    cut(`  ${clause} ${located(subject, path)}${line === null ? '' : `:${line}`}: ${what}`, width),
  )
}

/** More names of clauses than these make no line that is read. */
const mostNamed = 6

function verdictWords(
  { verdict, because: all, undecided, clauses, review = [] }: AuditReport,
  colours: Colours,
): string {
  const { green, yellow, red } = colours
  const paint = verdict === 'APPROVE' ? green : verdict === 'REJECT' && !undecided ? red : yellow
  const read = review.flatMap(({ holds }) => holds.map(({ clause }) => clause))
  const because = all.filter(
    (name) =>
      read.includes(name) ||
      clauses.some(({ clause, state }) => clause === name && state !== 'not-checked'),
  )
  const named = because.slice(0, mostNamed).join(', ')
  const more = because.length > mostNamed ? ` and ${because.length - mostNamed} more` : ''
  const why =
    because.length === 0 ? '' : ` (${undecided ? 'for want of evidence: ' : ''}${named}${more})`
  return `${paint(verdict)}${why}`
}

/** What is wrong, what is a note, what is open. */
const weightiestFirst = (clauses: readonly ClauseReport[]): ClauseReport[] =>
  clauses.toSorted((a, b) => weightOf(a) - weightOf(b))

const weightOf = ({ state, severity }: ClauseReport) =>
  state === 'fails' ? (severity === 'MUST' ? 0 : 1) : 2

const marks = { fails: '✗', unproven: '?', waived: '~' } as const

function clauseText(
  { subject }: AuditReport,
  clause: ClauseReport,
  { colours, width }: AuditTextContext,
): string[] {
  const { state, severity, says, read, why, findings } = clause
  if (state !== 'fails' && state !== 'unproven' && state !== 'waived') return []
  const paint = state === 'fails' && severity === 'MUST' ? colours.red : colours.yellow
  const head = `${paint(state === 'fails' && severity === 'SHOULD' ? '!' : marks[state])} ${clause.clause} ${severity === 'MUST' ? '' : '(SHOULD) '}${says}`
  const details = findings.flatMap(({ what, path, line }) =>
    hanging('', 6, `${located(subject, path)}${line === null ? '' : `:${line}`}: ${what}`, width),
  )
  const reason =
    why === null ? [] : hanging('', 6, `${why}${read ? ` (read: ${read})` : ''}`, width)
  return ['', ...hanging('', 2, head, width), ...shortened(details), ...reason]
}

const mostLines = 24

/** Of hundreds of faults of one kind, the first ones are shown. */
function shortened(lines: readonly string[]): string[] {
  if (lines.length <= mostLines) return [...lines]
  const left = lines.length - mostLines
  return [
    ...lines.slice(0, mostLines),
    `      … and ${left} lines more; all are in --format markdown`,
  ]
}

/** What would tell more of a folder that is not ours. */
function hintText({ subject, runs, clauses }: AuditReport): string[] {
  const left = clauses.filter(({ state }) => state === 'not-checked').length
  if (subject.kind === 'declared-stub' && runs === null)
    return ['', '  Nothing was run, so what needs a run is unproven: call again with --run.']
  return subject.kind === 'stub' && left > 0
    ? [
        '',
        `  ${counted(left, 'clause')} could not be checked: an assay.json would say how to run it.`,
      ]
    : []
}

function claimsText({ claims }: AuditReport): string[] {
  if (claims.length === 0) return []
  const columns = ['claim', 'judged on', 'declared', 'the records say'].map((head) => ({ head }))
  const rows = claims.map(({ id, judgedOn, declared, outcome }) => [
    id,
    judgedOn,
    declared ?? '',
    outcome,
  ])
  return ['', ...indented(table(columns, rows))]
}
