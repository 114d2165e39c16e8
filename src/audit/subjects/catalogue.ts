import { basename, join, resolve } from 'node:path'
import { auditOf } from '../audit.ts'
import { readCatalogue } from '../gather/catalogue.ts'
import { catalogueEvidence } from '../gather/catalogue-evidence.ts'
import type { FoundCatalogue } from '../gather/stubs-in.ts'
import type { AuditReport } from '../report.ts'
import { auditOneOfMany } from './folder.ts'
import type { AuditScope } from './request.ts'

/** Audits what stands above the stubs of a catalogue, and each stub against it; the catalogue comes first. */
export async function auditCatalogue(
  found: FoundCatalogue,
  scope: AuditScope,
): Promise<AuditReport[]> {
  const catalogue = readCatalogue(found)
  const rules = scope.terms.rules.filter(({ appliesTo }) => appliesTo.includes('catalogue'))
  const name = basename(resolve(found.root))
  const reports = [auditOf(catalogueEvidence(catalogue, name), { ...scope.terms, rules })]
  for (const stub of found.stubs) {
    reports.push(await auditOneOfMany(join(found.root, stub), scope, { ...catalogue, own: stub }))
    scope.host.signal.throwIfAborted()
  }
  return reports
}
