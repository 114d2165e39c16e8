import { createHash } from 'node:crypto'
import type { Evidence, SubjectKind } from './evidence.ts'
import type { Check, Finding, Severity } from './finding.ts'
import { judgedPlaces } from './judged.ts'
import { notCoveredBy } from './not-covered.ts'
import { nothingToAudit, unlessNothing } from './nothing-to-audit.ts'
import type { AuditReport, ClauseReport, ClauseState } from './report.ts'
import { type GivenReview, reviewed } from './review/reviewed.ts'
import type { NamedRule } from './rule.ts'
import { severityFor } from './severity.ts'
import { plainText } from './text/plain-text.ts'
import { verdictOf } from './verdict.ts'
import { type Waiver, waiverFor } from './waiver.ts'

export interface AuditTerms {
  readonly rules: readonly NamedRule[]
  readonly waivers: readonly Waiver[]
  /** ISO date: waivers expire. */
  readonly today: string
  /** What readers answered about this subject. */
  readonly reviews?: readonly GivenReview[]
  /** Whether what is only another convention than ours is told of foreign folders, too. */
  readonly pedantic?: boolean
}

/** The audit of one subject: every rule on its evidence, and the verdict. Pure. */
export function auditOf(
  evidence: Evidence,
  { rules, waivers, today, reviews = [], pedantic = false }: AuditTerms,
): AuditReport {
  const { subject, runs, probes } = evidence
  const nothing = nothingToAudit(evidence)
  const clauses = rules.map((rule) => {
    const report = clauseReport(rule, evidence, pedantic)
    if (nothing) return unlessNothing(report, nothing)
    const scope = { rule: rule.name, subject: subject.name, today }
    // Nobody waives anything for a folder that only has a paper's name.
    const isOurs = subject.kind === 'paper'
    const waived = isOurs && report.state === 'fails' && waiverFor(waivers, scope)
    return waived ? { ...report, state: 'waived' as const, why: waiverWords(waived) } : report
  })
  const report: AuditReport = {
    schema: 'assay/audit@1',
    subject,
    ...mutable(verdictOf(clauses, { isOnlyRead: subject.kind !== 'paper' && runs === null })),
    notCovered: notCoveredBy(evidence, clauses),
    clauses,
    claims: judgedPlaces(evidence).flatMap(({ name, claims }) =>
      claims
        .filter(({ declared }) => declared !== null)
        .map(({ id, says, declared, outcome, evidence: { reading } }) => ({
          id,
          says,
          judgedOn: name,
          declared,
          outcome,
          reading,
        })),
    ),
    waivers: waivers.filter(({ subject: name }) => name === subject.name),
    read: Object.fromEntries(
      evidence.files.flatMap(({ path, sha256 }) => (sha256 ? [[path, sha256]] : [])),
    ),
    runs,
    probes,
  }
  return reviewed(report, evidence, reviews)
}

function clauseReport(rule: NamedRule, evidence: Evidence, isPedantic: boolean): ClauseReport {
  const { clause, name, says } = rule
  const { kind } = evidence.subject
  const own = severityFor(rule, { kind, isPedantic })
  const common = { clause, rule: name, severity: own ?? 'SHOULD', says } as const
  const out = outOfScope(rule, kind)
  if (out) return { ...common, ...out, read: '', lookedFor: '', findings: [] }
  const check = rule.check(evidence)
  const weighed = check.findings.flatMap((finding) => {
    const severity = severityFor(rule, { kind, isPedantic }, finding)
    return severity === null ? [] : [{ ...finding, severity }]
  })
  const isLeftOut =
    weighed.length === 0 && (check.findings.length > 0 || (own === null && check.unproven))
  const heaviest = weighed.some(({ severity }) => severity === 'MUST') ? 'MUST' : 'SHOULD'
  return {
    ...common,
    ...(weighed.length > 0 && { severity: heaviest }),
    ...(isLeftOut ? leftOut : stateOf({ ...check, findings: weighed })),
    read: plainText(check.read),
    lookedFor: plainText(check.lookedFor),
    findings: findingReports(clause, weighed, heaviest),
  }
}

const leftOut = {
  state: 'not-applicable',
  why: 'it follows another convention than ours, which is told under --pedantic',
} as const

/** A clause that a folder of this kind cannot be held to. */
function outOfScope({ appliesTo }: NamedRule, kind: SubjectKind) {
  if (appliesTo.includes(kind)) return null
  if (kind === 'stub' && appliesTo.includes('declared-stub'))
    return {
      state: 'not-checked' as const,
      why: 'the folder has no assay.json that says how to run it',
    }
  return { state: 'not-applicable' as const, why: `asks nothing of a ${kind}` }
}

function stateOf(check: Check): { state: ClauseState; why: string | null } {
  if (check.findings.length > 0) return { state: 'fails', why: null }
  if (check.unproven !== undefined) return { state: 'unproven', why: plainText(check.unproven) }
  if (check.notApplicable !== undefined)
    return { state: 'not-applicable', why: plainText(check.notApplicable) }
  return { state: 'passes', why: null }
}

/** A finding's id names clause, path and sentence; which of several alike it is, and no line. */
function findingReports(
  clause: string,
  findings: readonly (Finding & { readonly severity: Severity })[],
  heaviest: Severity,
): ClauseReport['findings'] {
  const times = new Map<string, number>()
  return findings.map(({ what, at, severity }) => {
    const [path, sentence] = [plainText(at.path), plainText(what)]
    const key = JSON.stringify([clause, path, sentence.replace(/\blines? \d+(, \d+)*/g, 'line')])
    const before = times.get(key) ?? 0
    times.set(key, before + 1)
    const id = createHash('sha256').update(`${key}${before}`).digest('hex')
    return {
      id: `${clause}-${id.slice(0, 12)}`,
      what: sentence,
      path,
      line: at.line ?? null,
      ...(severity === 'SHOULD' && heaviest === 'MUST' && { severity }),
    }
  })
}

const waiverWords = ({ reason, owner, expires }: Waiver) => `${reason} (${owner}, until ${expires})`

const mutable = ({ verdict, because, undecided }: ReturnType<typeof verdictOf>) => ({
  verdict,
  because: [...because],
  undecided,
})
