import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import { compareWithGolden } from '../goldens/comparison.ts'
import { describeComparison } from '../goldens/comparison-text.ts'
import { keepPending } from '../goldens/pending.ts'
import type { Paper } from '../papers/paper.ts'
import { findGolden, type Golden, goldenName, goldenOf, readGolden } from '../records/golden.ts'
import type { DatasetId, RunRecord } from '../records/record.ts'
import { type ExitCode, exitCodes } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import type { GoldenOptions } from './golden.ts'
import { oneSeedAnArm } from './one-seed.ts'
import { openData } from './open-data.ts'
import { planRuns } from './planned-runs.ts'
import type { Terminal } from './terminal.ts'
import { planText } from './text/plan-text.ts'
import { trainPlanned } from './train-planned.ts'

type StatusOptions = Pick<
  GoldenOptions,
  'preset' | 'data' | 'seeds' | 'backend' | 'threads' | 'workers' | 'out' | 'oneSeed'
>

/**
 * Fresh runs against the goldens under `root`. Seeds that were not asked for are listed as not run;
 * a golden that is missing never counts as passed.
 */
export async function goldenStatus(
  root: string,
  slugs: readonly string[],
  options: StatusOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { preset, seeds, oneSeed } = options
  const asked = chosenPapers(slugs, slugs.length === 0)
  const data = await openData(options.data, terminal)
  const dataset = data.name
  const goldens = new Map<string, Golden>()
  for (const { slug } of asked) {
    const golden = findGolden(root, { paper: slug, dataset, preset })
    if (golden) goldens.set(slug, golden)
  }
  const papers = asked.filter(({ slug }) => goldens.has(slug))
  const without = asked.filter(({ slug }) => !goldens.has(slug))
  // Refuses, with the way out, when there is nothing to compare with.
  if (papers.length === 0) readGolden(root, { paper: asked[0].slug, dataset, preset })

  const runs = await planRuns(
    {
      ...options,
      data,
      papers,
      sets: [],
      select(paper) {
        if (oneSeed === undefined) return [{ seeds }]
        const { selections, skipped } = oneSeedAnArm(paper, preset, oneSeed)
        if (skipped.length > 0)
          terminal.say(`${paper.slug}: left out, for they read other runs: ${skipped.join(', ')}`)
        return selections
      },
    },
    terminal,
  )
  for (const line of [...planText(runs), '']) terminal.say(line)
  const goOn = 'the same command, which runs everything afresh'
  const { records } = await trainPlanned(runs, { goOn }, terminal)

  const partial = seeds !== undefined || oneSeed !== undefined
  let code: ExitCode = without.length > 0 ? exitCodes.inconclusive : exitCodes.fine
  for (const paper of papers) {
    const own = records.filter(({ job }) => job.paper === paper.slug)
    const fresh: Fresh = { root, paper, dataset, records: own, partial }
    if (!report(fresh, goldens.get(paper.slug)!, terminal)) code = exitCodes.failed
  }
  for (const { slug } of without) {
    const name = goldenName({ paper: slug, dataset, preset })
    terminal.write(`${name}: no golden, so nothing was run. Make one with assay golden accept\n`)
  }
  return code
}

interface Fresh {
  readonly root: string
  readonly paper: Paper
  readonly dataset: DatasetId
  readonly records: readonly RunRecord[]
  readonly partial: boolean
}

/** Says how fresh runs compare; whether they are the same and say what was declared. */
function report(fresh: Fresh, golden: Golden, terminal: Terminal): boolean {
  const { paper, dataset, records, partial } = fresh
  const judged = judge(paper, records, { dataset, preset: golden.preset })
  const claims = judged.filter(({ declared }) => declared !== null)
  const comparison = compareWithGolden(golden, records, judged, { partial })
  const [headline, ...details] = describeComparison(comparison).split('\n')
  // What was not asked for need not be listed run by run: the headline counts it.
  const told = partial && comparison.same ? [headline] : [headline, ...details]
  terminal.write(`${told.join('\n')}\n`)
  if (!comparison.same) keep(fresh, golden, judged, terminal)
  const against = claims.filter(({ agrees, narrowed }) => !agrees && !(partial && narrowed))
  for (const { id, declared, outcome } of against)
    terminal.write(`  claim ${id}: ${outcome}, which contradicts what is declared: ${declared}\n`)
  return comparison.same && against.length === 0
}

/** Leaves what the runs would make of the golden for a person to look at. */
function keep(
  { root, records }: Fresh,
  golden: Golden,
  judged: readonly JudgedClaim[],
  { env, say }: Terminal,
): void {
  const accepted = { ...golden.accepted, reason: 'not accepted: left by assay golden status' }
  const pending = goldenOf(golden, records, judged, accepted)
  say(keepPending(root, pending, env))
}
