import type { Paper } from '../../papers/paper.ts'
import type { AuditReport } from '../report.ts'
import { loadRules } from '../rules.ts'
import { auditFolder } from './folder.ts'
import { auditPaper } from './own-paper.ts'
import type { AuditHost, AuditRequest } from './request.ts'
import { readWaivers } from './waivers.ts'

/** Audits papers and folders, one after another. Rejects when the host's signal aborts. */
export async function auditSubjects(
  subjects: readonly (Paper | string)[],
  request: AuditRequest,
  host: AuditHost,
): Promise<AuditReport[]> {
  const terms = {
    rules: await loadRules(),
    waivers: readWaivers(),
    today: new Date().toISOString().slice(0, 10),
  }
  const reports: AuditReport[] = []
  for (const subject of subjects) {
    const reviews = request.reviewsOf?.(subject) ?? []
    const scope = { request, host, terms: { ...terms, reviews } }
    reports.push(
      typeof subject === 'string'
        ? await auditFolder(subject, scope)
        : await auditPaper(subject, scope),
    )
    host.signal.throwIfAborted()
  }
  return reports
}
