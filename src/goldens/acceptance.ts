import { rmSync } from 'node:fs'
import { judge } from '../claims/judge.ts'
import { repeatedRun } from '../claims/repeated-run.ts'
import type { Dataset } from '../data/dataset.ts'
import type { Paper } from '../papers/paper.ts'
import {
  encodeGolden,
  type Golden,
  type GoldenId,
  goldenOf,
  replacedGolden,
} from '../records/golden.ts'
import { commitOf } from '../records/provenance.ts'
import type { Preset, RunRecord } from '../records/record.ts'
import { openStore } from '../records/store.ts'
import { presetOf } from '../run/resolve.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { keepAcceptFolder, makeAcceptFolder } from './accept-folder.ts'
import { compareWithGolden } from './comparison.ts'
import { summariseComparison } from './comparison-text.ts'
import { isCI } from './pending.ts'
import { acceptGoldens } from './replacement.ts'
import { sealFaultUnder } from './sealed-golden.ts'
import { type TwinRequest, type Twins, twinDifference } from './twin-runs.ts'

export interface AcceptanceRequest {
  readonly papers: readonly Paper[]
  readonly preset: Preset
  /** What `--data` says, for the two processes. */
  readonly data: string
  /** Opens that dataset; asked once, when all else of the request is in order. */
  readonly openData: () => Dataset | Promise<Dataset>
  readonly workers: number
  readonly out: string
  readonly reason: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What an acceptance asks of whoever called it. */
export interface AcceptanceHost {
  /** Throws a UserError when another check is red. */
  otherChecks(papers: readonly Paper[]): Promise<void>
  twinRuns(request: TwinRequest): Promise<Twins>
  said(line: string): void
}

export interface AcceptedGolden {
  readonly golden: Golden
  /** What moved, in words. */
  readonly moved: string
}

/**
 * Runs everything in two fresh processes and makes the result the golden under `root`, with a line in
 * CHANGELOG.md. Returns what was replaced: nothing where the goldens hold these very results already.
 * Throws a UserError, and changes nothing, under CI, without a reason, when another check is red, when
 * the two processes differ, when two seeds gave one run, or when an outcome contradicts its declaration.
 */
export async function acceptRuns(
  root: string,
  { papers, preset, workers, out, env, ...request }: AcceptanceRequest,
  { otherChecks, twinRuns, said }: AcceptanceHost,
): Promise<readonly AcceptedGolden[]> {
  const reason = request.reason.trim()
  if (isCI(env))
    throw new UserError('CI accepts no goldens: accept on your machine', exitCodes.couldNotRun)
  if (reason === '') throw new UserError('--reason is empty: say why the new result is right')
  for (const paper of papers) presetOf(paper, preset)
  openStore(out)
  const dataset = (await request.openData()).name
  for (const { slug } of papers) replacedGolden(root, { paper: slug, dataset, preset })
  await otherChecks(papers)

  const named = papers.map(({ slug }) => slug)
  const folder = makeAcceptFolder(out, named)
  const data = request.data === 'auto' ? dataset : request.data
  said(`Running ${named.join(', ')} (${dataset}, ${preset}) twice, in ${folder}.`)
  const words = [...named, '--preset', preset, '--data', data]
  const [records] = await agreeing(() => twinRuns({ words, workers, folder }), folder)

  // From here on only the first twin's records are of use, and they have been read.
  rmSync(folder, { recursive: true, force: true })
  const date = new Date().toISOString().slice(0, 10)
  const accepted = { reason, date, commit: commitOf(root) }
  const successors = papers
    .map((paper) => {
      const own = records.filter(({ job }) => job.paper === paper.slug)
      return successor(root, paper, { paper: paper.slug, dataset, preset }, own, accepted)
    })
    .filter((one) => one !== null)
  const moved = successors.map(({ golden, moved }) =>
    successors.length > 1 ? `${golden.paper}: ${moved}` : moved,
  )
  const goldens = successors.map(({ golden }) => golden)
  acceptGoldens(root, goldens, { date, reason, moved: moved.join('; ') })
  return successors
}

/** The twins' records; where they failed or differ, their folder is kept for whoever looks into it. */
async function agreeing(twinRuns: () => Promise<Twins>, folder: string): Promise<Twins> {
  try {
    const twins = await twinRuns()
    const difference = twinDifference(twins)
    if (!difference) return twins
    throw new UserError(
      `Nothing was accepted: two processes disagree, ${difference}. Their records are in ${folder}`,
      exitCodes.failed,
    )
  } catch (error) {
    keepAcceptFolder(folder)
    throw error
  }
}

/** The golden that the records make, and what moved; null when the accepted one is the same. */
function successor(
  root: string,
  paper: Paper,
  id: GoldenId,
  records: readonly RunRecord[],
  accepted: Golden['accepted'],
): AcceptedGolden | null {
  const repeated = repeatedRun(records)
  if (repeated)
    throw new UserError(`Nothing was accepted: ${paper.slug}: ${repeated}`, exitCodes.failed)
  const judged = judge(paper, records, id)
  const against = judged.find(({ declared, agrees }) => declared !== null && !agrees)
  if (against)
    throw new UserError(
      `Nothing was accepted: ${paper.slug}'s claim ${against.id} came out ${against.outcome}, but ${against.declared} is declared (${against.evidence.reading})`,
      exitCodes.failed,
    )
  const golden = goldenOf(id, records, judged, accepted)
  const before = replacedGolden(root, id)
  if (before === null) return { golden, moved: 'first golden' }
  if (before === 'unreadable') return { golden, moved: 'in place of one that could not be read' }
  if (encodeGolden({ ...before, accepted }) === encodeGolden(golden) && !sealFaultUnder(root, id))
    return null
  const comparison = compareWithGolden(before, records, judged, { partial: false })
  return { golden, moved: summariseComparison(comparison) }
}
