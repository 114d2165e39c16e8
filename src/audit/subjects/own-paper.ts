import { packageRoot } from '../../package-root.ts'
import type { Paper } from '../../papers/paper.ts'
import { listGoldens } from '../../records/golden.ts'
import { commitOf } from '../../records/provenance.ts'
import type { DatasetId } from '../../records/record.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import { auditOf } from '../audit.ts'
import type { FreshRuns } from '../fresh-run.ts'
import { probePaper } from '../probing/paper-probes.ts'
import type { AuditReport } from '../report.ts'
import { makeCleanCopy } from './clean-copy.ts'
import { freshChallenges } from './fresh-seeds.ts'
import { keptReport } from './kept-reports.ts'
import { runPaperCauses } from './own-causes.ts'
import { runPaperForAudit } from './own-runs.ts'
import { paperEvidence } from './paper-evidence.ts'
import type { AuditScope } from './request.ts'

/** Audits a paper of the catalogue: from fresh runs, from those of its committed report, or from none. */
export async function auditPaper(paper: Paper, scope: AuditScope): Promise<AuditReport> {
  const { request, host, terms } = scope
  const evidence = (made: Pick<AuditReport, 'runs' | 'probes'>) =>
    paperEvidence(paper, made, host.commandFault)
  if (request.static)
    return auditOf(await evidence({ runs: null, probes: await probePaper(paper) }), terms)
  if (request.replay) {
    const kept = keptReport(paper.slug)
    if (kept) return auditOf(await evidence(kept), terms)
    throw new UserError(
      `There is no committed report of ${paper.slug}. Make one: assay audit ${paper.slug} --write`,
      exitCodes.couldNotRun,
    )
  }
  const dataset = (await request.openData()).name
  const runs = await freshRuns(paper, dataset, scope)
  const report = auditOf(await evidence({ runs, probes: await probePaper(paper) }), terms)
  if (dataset !== 'mnist' && report.undecided && hasGoldenOnMnist(paper))
    host.said(
      `${paper.slug}: its accepted headline runs are on MNIST, and these were on ${dataset}, so some evidence is missing. Audit with MNIST: name its folder with --data or ASSAY_DATA.`,
    )
  return report
}

const hasGoldenOnMnist = ({ slug }: Paper) =>
  listGoldens(packageRoot).some(({ paper, dataset }) => paper === slug && dataset === 'mnist')

async function freshRuns(
  paper: Paper,
  dataset: DatasetId,
  { request, host }: AuditScope,
): Promise<FreshRuns> {
  const { data, fresh, preset, workers } = request
  const commit = commitOf(packageRoot) ?? 'no commit'
  const copy = makeCleanCopy()
  try {
    host.begins(`Auditing ${paper.slug}: fresh runs in a clean copy, headline on one seed an arm.`)
    const made = await runPaperForAudit({
      paper,
      copy,
      data,
      dataset,
      challenges: fresh ? freshChallenges(paper.claims, { dataset, preset }, commit) : [],
      hash: commit,
      workers,
      signal: host.signal,
      onDone: (what, done, all) => host.done(`${paper.slug}: ${what}`, done, all),
    })
    const causes = await runPaperCauses({
      ...{ paper, signal: host.signal, most: request.counterfactual },
      begins: (count, seconds) =>
        host.begins(
          `${count} glimpses with one thing changed follow, about ${Math.ceil(seconds)} s (--counterfactual N bounds them).`,
        ),
      onDone: (what, done, all) => host.done(`${paper.slug}: ${what}`, done, all),
    })
    return { ...made, causes }
  } finally {
    copy.dispose()
  }
}
