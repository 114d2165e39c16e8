import type { Evidence } from './evidence.ts'
import { skeletonOf } from './facts/program/skeleton.ts'
import type { ClauseReport } from './report.ts'

/** Why there is nothing to audit in a folder, and the clause that says so. */
export interface NothingToAudit {
  readonly clause: string
  readonly why: string
}

/** A folder that cannot be read, or in which nothing is implemented yet; null where there is more. */
export function nothingToAudit({ subject, files, unreadable }: Evidence): NothingToAudit | null {
  if (subject.kind === 'paper') return null
  if (unreadable !== undefined)
    return { clause: 'README-1', why: 'the folder cannot be read (README-1)' }
  return skeletonOf(files) === null
    ? null
    : { clause: 'HYG-1', why: 'nothing of it is implemented yet (HYG-1)' }
}

/** What such a folder lacks is said once: the other clauses ask nothing of it, but what its catalogue says of it. */
export const unlessNothing = (report: ClauseReport, nothing: NothingToAudit): ClauseReport =>
  report.clause === nothing.clause || report.clause.startsWith('CATALOGUE-')
    ? report
    : { ...report, state: 'not-applicable', why: nothing.why, findings: [] }
