import { relative, resolve, sep } from 'node:path'
import type { Paper } from '../../papers/paper.ts'
import { type Catalogue, readCatalogue } from '../gather/catalogue.ts'
import { checkoutOf } from '../gather/checkout.ts'
import { catalogueAround, stubsOfCatalogue } from '../gather/stubs-in.ts'
import type { AuditReport } from '../report.ts'
import { loadRules } from '../rules.ts'
import { auditCatalogue } from './catalogue.ts'
import { auditFolder, auditOneOfMany } from './folder.ts'
import { auditPaper } from './own-paper.ts'
import type { AuditHost, AuditRequest, AuditScope } from './request.ts'
import { readWaivers } from './waivers.ts'

/**
 * Audits papers, folders and catalogues, one after another; a catalogue gives a report of its own and
 * one of each stub. Rejects when the host's signal aborts.
 */
export async function auditSubjects(
  subjects: readonly (Paper | string)[],
  request: AuditRequest,
  host: AuditHost,
): Promise<AuditReport[]> {
  const terms = {
    rules: await loadRules(),
    waivers: readWaivers(),
    today: new Date().toISOString().slice(0, 10),
    pedantic: request.pedantic ?? false,
  }
  const scope: AuditScope = { request, host, terms }
  const around = cataloguesAround()
  const reports: AuditReport[] = []
  for (const subject of subjects) {
    const reviews = request.reviewsOf?.(subject) ?? []
    reports.push(...(await auditsOf(subject, { ...scope, terms: { ...terms, reviews } })))
    host.signal.throwIfAborted()
  }
  return reports

  async function auditsOf(subject: Paper | string, scope: AuditScope): Promise<AuditReport[]> {
    if (typeof subject !== 'string') return [await auditPaper(subject, scope)]
    const stubs = stubsOfCatalogue(subject)
    if (stubs) return auditCatalogue({ root: subject, stubs }, scope)
    const audit = subjects.length > 1 ? auditOneOfMany : auditFolder
    return [await audit(subject, scope, around(subject))]
  }
}

/** The catalogues around folders, each read once. */
function cataloguesAround(): (folder: string) => Catalogue | undefined {
  const known = new Map<string, Catalogue>()
  return (folder) => {
    const found = catalogueAround(folder, checkoutOf(folder))
    if (!found) return undefined
    const catalogue = known.get(found.root) ?? readCatalogue(found)
    known.set(found.root, catalogue)
    return { ...catalogue, own: relative(found.root, resolve(folder)).split(sep).join('/') }
  }
}
