import { existsSync } from 'node:fs'
import { type AuditTerms, auditOf } from '../../audit/audit.ts'
import { readStub, stubEvidence } from '../../audit/gather/stub-evidence.ts'
import { stubPlace } from '../../audit/judged.ts'
import type { AuditReport } from '../../audit/report.ts'
import { loadRules } from '../../audit/rules.ts'
import { declaredBy } from '../../audit/stub/assay-json.ts'
import { probePaper } from '../../audit/subjects/paper-probes.ts'
import { plainText } from '../../audit/text/plain-text.ts'
import { packageRoot } from '../../package-root.ts'
import { papers } from '../../papers/index.ts'
import type { Paper } from '../../papers/paper.ts'
import { listGoldens } from '../../records/golden.ts'
import { commitOf } from '../../records/provenance.ts'
import { coresHere } from '../../run/cores.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import type { AuditOptions } from '../audit.ts'
import { guardInterruption, Interrupted } from '../interruption.ts'
import { openData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'
import { suggestion } from '../text/suggestion.ts'
import { makeCleanCopy } from './clean-copy.ts'
import { freshChallenges } from './fresh-seeds.ts'
import { keptReport } from './kept-reports.ts'
import { runPaperForAudit } from './paper-audit.ts'
import { paperEvidence } from './paper-evidence.ts'
import { runStubForAudit } from './stub-audit.ts'
import { timeLeft } from './time-left.ts'
import { readWaivers } from './waivers.ts'

/** Audits papers and folders, one after another, with what progress there is on stderr. */
export async function auditSubjects(
  names: readonly string[],
  options: AuditOptions,
  terminal: Terminal,
): Promise<AuditReport[]> {
  const wanted = options.all ? [...papers.map(({ slug }) => slug), ...names] : names
  const subjects = [...new Set(wanted)].map(subjectNamed)
  const terms: AuditTerms = {
    rules: await loadRules(),
    waivers: readWaivers(),
    today: new Date().toISOString().slice(0, 10),
  }
  const guard = guardInterruption()
  try {
    const reports: AuditReport[] = []
    for (const subject of subjects) {
      const scope = { options, terminal, terms, signal: guard.signal }
      reports.push(
        typeof subject === 'string'
          ? await auditFolder(subject, scope)
          : await auditPaper(subject, scope),
      )
      const signal = guard.received()
      if (signal) throw new Interrupted(signal, 'Stopped: no report was written. Audit again')
    }
    return reports
  } finally {
    guard.release()
  }
}

interface Scope {
  readonly options: AuditOptions
  readonly terminal: Terminal
  readonly terms: AuditTerms
  readonly signal: AbortSignal
}

/** A paper by its slug; anything else is a folder. */
function subjectNamed(name: string): Paper | string {
  const paper = papers.find(({ slug }) => slug === name)
  if (paper) return paper
  if (existsSync(name)) return name
  const slugs = papers.map(({ slug }) => slug)
  throw new UserError(
    `There is no paper and no folder ${name}${suggestion(name, slugs) || `; the papers are ${slugs.join(', ')}`}`,
  )
}

async function auditPaper(
  paper: Paper,
  { options, terminal, terms, signal }: Scope,
): Promise<AuditReport> {
  if (options.static)
    return auditOf(await paperEvidence(paper, null, await probePaper(paper)), terms)
  if (options.replay) {
    const kept = keptReport(paper.slug)
    if (kept) return auditOf(await paperEvidence(paper, kept.runs, kept.probes), terms)
    throw new UserError(
      `There is no committed report of ${paper.slug}. Make one: assay audit ${paper.slug} --write`,
      exitCodes.couldNotRun,
    )
  }
  const dataset = (await openData(options.data, terminal)).name
  const onMnist = listGoldens(packageRoot).some(
    (id) => id.paper === paper.slug && id.dataset === 'mnist',
  )
  const commit = commitOf(packageRoot) ?? 'no commit'
  const copy = makeCleanCopy()
  const left = timeLeft()
  try {
    terminal.say(`Auditing ${paper.slug}: fresh runs in a clean copy, headline on one seed an arm.`)
    const runs = await runPaperForAudit({
      paper,
      copy,
      data: options.data,
      dataset,
      challenges: options.fresh
        ? freshChallenges(paper.claims, { dataset, preset: options.preset }, commit)
        : [],
      hash: commit,
      workers: options.workers ?? coresHere(),
      signal,
      onDone: (what, done, all) =>
        terminal.say(`${done}/${all} ${paper.slug}: ${what}${left(done, all)}`),
    })
    const report = auditOf(await paperEvidence(paper, runs, await probePaper(paper)), terms)
    if (dataset !== 'mnist' && onMnist && report.undecided)
      terminal.say(
        `${paper.slug}: its accepted headline runs are on MNIST, and these were on ${dataset}, so some evidence is wanting. Audit with MNIST: name its folder with --data or ASSAY_DATA.`,
      )
    return report
  } finally {
    copy.dispose()
  }
}

async function auditFolder(
  folder: string,
  { options, terminal, terms, signal }: Scope,
): Promise<AuditReport> {
  const stub = readStub(folder)
  const { run, fresh, workers = coresHere() } = options
  if (!run || !stub.assayJson) {
    if (run) terminal.say(`${folder} has no assay.json that says how to run it: it is only read.`)
    return auditOf(stubEvidence(stub, null), terms)
  }
  terminal.say(
    `Running ${plainText(stub.assayJson.command.join(' '))} of ${plainText(folder)}: a program that is not ours, in a copy, with a time limit and a bare environment, and with your rights.`,
  )
  const left = timeLeft()
  const commit = commitOf(packageRoot) ?? 'no commit'
  const { claims } = declaredBy(stub.assayJson, stub.name)
  const runs = await runStubForAudit(stub, {
    challenges: fresh ? freshChallenges(claims, stubPlace, commit) : [],
    workers,
    signal,
    onDone: ({ purpose, arm, seed, problem }, done, all) =>
      terminal.say(
        `${done}/${all} ${purpose}, ${arm} seed ${seed}${problem ? `: ${problem}` : ''}${left(done, all)}`,
      ),
  })
  return auditOf(stubEvidence(stub, runs), terms)
}
