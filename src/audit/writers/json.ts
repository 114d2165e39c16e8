import { z } from 'zod'
import { type AuditReport, auditReportSchema } from '../report.ts'

/** The report as JSON: the same evidence gives the same bytes. */
export function jsonReport(report: AuditReport): string {
  return `${JSON.stringify(z.encode(auditReportSchema, report), null, 2)}\n`
}
