import { packageRoot } from '../../package-root.ts'
import { commitOf } from '../../records/provenance.ts'
import { UserError } from '../../user-error.ts'
import { auditOf } from '../audit.ts'
import type { Catalogue } from '../gather/catalogue.ts'
import { readStub, type StubFolder, stubEvidence } from '../gather/stub-evidence.ts'
import { unreadableStub } from '../gather/unreadable-stub.ts'
import { stubPlace } from '../judged.ts'
import type { AuditReport } from '../report.ts'
import { declaredBy } from '../stub/assay-json.ts'
import { plainText } from '../text/plain-text.ts'
import { runStubForAudit } from './declared-folder.ts'
import { freshChallenges } from './fresh-seeds.ts'
import type { AuditScope } from './request.ts'

/**
 * Audits a folder that is not ours: what can be read in it and, where that is asked, its runs. Throws
 * UserError when it cannot be read.
 */
export async function auditFolder(
  folder: string,
  scope: AuditScope,
  catalogue?: Catalogue,
): Promise<AuditReport> {
  return auditStub(readStub(folder), scope, catalogue)
}

/** The same for one of several: that it cannot be read is its own report, and costs the others nothing. */
export async function auditOneOfMany(
  folder: string,
  scope: AuditScope,
  catalogue?: Catalogue,
): Promise<AuditReport> {
  const report = await auditOrSay(folder, scope, catalogue)
  const subject = { ...report.subject, ...(catalogue?.own && { folder: catalogue.own }) }
  return { ...report, subject }
}

async function auditOrSay(
  folder: string,
  scope: AuditScope,
  catalogue?: Catalogue,
): Promise<AuditReport> {
  try {
    return await auditFolder(folder, scope, catalogue)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return auditOf(unreadableStub(folder, plainText(error.message)), scope.terms)
  }
}

async function auditStub(
  stub: StubFolder,
  { request: { run, fresh, workers, data, counterfactual }, host, terms }: AuditScope,
  catalogue?: Catalogue,
): Promise<AuditReport> {
  if (!run || !stub.assayJson) {
    if (run) host.said(`${stub.folder} has no assay.json that says how to run it: it is only read.`)
    return auditOf(stubEvidence(stub, null, catalogue), terms)
  }
  host.begins(
    `Running ${plainText(stub.assayJson.command.join(' '))} of ${plainText(stub.folder)}: a program that is not ours, in a copy, with a time limit and a bare environment, and with your rights.`,
  )
  const commit = commitOf(packageRoot) ?? 'no commit'
  const { claims } = declaredBy(stub.assayJson, stub.name)
  const runs = await runStubForAudit(stub, {
    challenges: fresh ? freshChallenges(claims, stubPlace, commit) : [],
    ...{ workers, data, counterfactual },
    signal: host.signal,
    begins: (count, seconds, left) => {
      const out = left.length > 0 ? ` Left out: ${left.map(({ what }) => what).join('; ')}.` : ''
      host.begins(
        `${count} runs with one thing changed follow, about ${Math.ceil(seconds)} s (--counterfactual N bounds them).${out}`,
      )
    },
    onCause: host.done,
    onDone: ({ purpose, arm, seed, problem }, done, all) =>
      host.done(`${purpose}, ${arm} seed ${seed}${problem ? `: ${problem}` : ''}`, done, all),
  })
  return auditOf(stubEvidence(stub, runs, catalogue), terms)
}
