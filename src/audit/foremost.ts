import type { AuditReport, FindingReport } from './report.ts'

/** A finding with the clause that it is of. */
export interface Foremost {
  readonly clause: string
  readonly severity: 'MUST' | 'SHOULD'
  readonly finding: FindingReport
}

/** A sentence of ours that holds two places against each other names the other one: "RESULTS.md:12". */
const otherPlace = /[^\s:]\.\w{1,8}:\d/

/**
 * The findings that a reader should see if they see no more: what must hold before what should, and
 * of these contradictions before the rest. Of one clause there is one, unless no other clause fails.
 */
export function foremostOf({ clauses }: Pick<AuditReport, 'clauses'>, most = 2): Foremost[] {
  const failing = clauses.filter(({ state }) => state === 'fails')
  const all = failing.flatMap(({ clause, severity, findings }) =>
    findings.map((finding, i) => ({
      clause,
      severity: finding.severity ?? severity,
      finding,
      rank: [
        (finding.severity ?? severity) === 'MUST' ? 0 : 1,
        otherPlace.test(finding.what) ? 0 : 1,
        i,
      ],
    })),
  )
  const sorted = all.toSorted((a, b) => order(a.rank, b.rank))
  const ofEach = sorted.filter(
    (one, i) => sorted.findIndex(({ clause }) => clause === one.clause) === i,
  )
  const others = sorted.filter((one) => !ofEach.includes(one))
  return [...ofEach, ...others]
    .slice(0, most)
    .map(({ clause, severity, finding }) => ({ clause, severity, finding }))
}

function order(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i])
  return at < 0 ? 0 : a[at] - b[at]
}
