import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../package-root.ts'
import { papers } from '../../papers/index.ts'
import { writeAtomic } from '../../records/atomic-file.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import { type AuditReport, auditReportSchema } from '../report.ts'
import { catalogueReport } from '../writers/catalogue.ts'
import { jsonReport } from '../writers/json.ts'
import { markdownReport } from '../writers/markdown.ts'

const wayOut = 'Make audits/ writable'

/** The committed report of a paper; null when there is none. Throws UserError when it is broken. */
export function keptReport(slug: string, root = packageRoot): AuditReport | null {
  const path = `audits/${slug}.json`
  const file = join(root, path)
  if (!existsSync(file)) return null
  try {
    return z.decode(auditReportSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new UserError(
      `${path} is not a report that this assay reads. Write it anew: assay audit ${slug} --write`,
      exitCodes.couldNotRun,
    )
  }
}

/** The files of our papers' reports, as they belong under the checkout: text by path. */
export function reportFiles(reports: readonly AuditReport[]): Record<string, string> {
  const own = reports.filter(({ subject }) => subject.kind === 'paper')
  return Object.fromEntries(
    own.flatMap((report) => [
      [`audits/${report.subject.name}.md`, markdownReport(report)],
      [`audits/${report.subject.name}.json`, jsonReport(report)],
    ]),
  )
}

/** Writes the reports and the page over all of them; says what was written. */
export function keepReports(reports: readonly AuditReport[], root = packageRoot): string {
  const files = reportFiles(reports)
  for (const [path, text] of Object.entries(files)) writeAtomic(join(root, path), text, wayOut)
  const all = papers.flatMap(({ slug }) => keptReport(slug, root) ?? [])
  const page = 'audits/README.md'
  writeAtomic(join(root, page), catalogueReport(all), wayOut)
  return `Written: ${[...Object.keys(files), page].join(', ')}`
}
