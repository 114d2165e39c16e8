import { rmSync } from 'node:fs'
import { judge } from '../claims/judge.ts'
import { repeatedRun } from '../claims/repeated-run.ts'
import { keepAcceptFolder, makeAcceptFolder } from '../goldens/accept-folder.ts'
import { compareWithGolden } from '../goldens/comparison.ts'
import { summariseComparison } from '../goldens/comparison-text.ts'
import { requireOtherChecks } from '../goldens/other-checks.ts'
import { isCI } from '../goldens/pending.ts'
import { acceptGoldens } from '../goldens/replacement.ts'
import { sealFaultUnder } from '../goldens/sealed-golden.ts'
import { runTwins, type Twins, twinDifference } from '../goldens/twin-runs.ts'
import type { Paper } from '../papers/paper.ts'
import {
  encodeGolden,
  type Golden,
  goldenName,
  goldenOf,
  replacedGolden,
} from '../records/golden.ts'
import { commitOf } from '../records/provenance.ts'
import type { DatasetId, RunRecord } from '../records/record.ts'
import { openStore } from '../records/store.ts'
import { coresHere } from '../run/cores.ts'
import { presetOf } from '../run/resolve.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import type { GoldenOptions } from './golden.ts'
import { openData } from './open-data.ts'
import type { Terminal } from './terminal.ts'

type AcceptOptions = Pick<GoldenOptions, 'preset' | 'data' | 'workers' | 'out' | 'reason'>

/**
 * Runs everything in two fresh processes and makes the result the golden under `root`, with a line in
 * CHANGELOG.md. Throws a UserError, and changes nothing, under CI, without a reason, when another
 * check is red, when the two processes differ, when two seeds gave one run, or when an outcome
 * contradicts its declaration.
 */
export async function goldenAccept(
  root: string,
  slugs: readonly string[],
  options: AcceptOptions,
  terminal: Terminal,
  { otherChecks, twinRuns } = { otherChecks: requireOtherChecks, twinRuns: runTwins },
): Promise<ExitCode> {
  const { preset, workers = coresHere(), out, reason } = options
  if (isCI(terminal.env))
    throw new UserError('CI accepts no goldens: accept on your machine', exitCodes.couldNotRun)
  if (reason.trim() === '')
    throw new UserError('--reason is empty: say why the new result is right')
  const papers = chosenPapers(slugs, slugs.length === 0)
  for (const paper of papers) presetOf(paper, preset)
  openStore(out)
  const dataset = (await openData(options.data, terminal)).name
  for (const { slug } of papers) replacedGolden(root, { paper: slug, dataset, preset })
  await otherChecks(root, papers, terminal)

  const named = papers.map(({ slug }) => slug)
  const folder = makeAcceptFolder(out, named)
  const data = options.data === 'auto' ? dataset : options.data
  terminal.say(`Running ${named.join(', ')} (${dataset}, ${preset}) twice, in ${folder}.`)
  const words = [...named, '--preset', preset, '--data', data]
  const twins = await agreeing(() => twinRuns({ words, workers, folder }, terminal.say), folder)

  // From here on only the first twin's records are of use, and they are in hand.
  rmSync(folder, { recursive: true, force: true })
  const date = new Date().toISOString().slice(0, 10)
  const accepted = { reason: reason.trim(), date, commit: commitOf(root) }
  const successors = papers
    .map((paper) => successor(root, paper, dataset, twins[0], { ...accepted, preset }))
    .filter((one) => one !== null)
  if (successors.length === 0) terminal.write('The goldens hold these very results already.\n')
  else {
    const goldens = successors.map(({ golden }) => golden)
    const moved = successors.map(({ golden, moved }) =>
      successors.length > 1 ? `${golden.paper}: ${moved}` : moved,
    )
    acceptGoldens(root, goldens, { date, reason: accepted.reason, moved: moved.join('; ') })
    for (const [i, golden] of goldens.entries())
      terminal.write(`Accepted ${goldenName(golden)}: ${successors[i].moved}\n`)
  }
  return exitCodes.fine
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

interface Successor {
  readonly golden: Golden
  /** What moved, in words. */
  readonly moved: string
}

/** The golden that the records make, and what moved; null when the accepted one is the same. */
function successor(
  root: string,
  paper: Paper,
  dataset: DatasetId,
  all: readonly RunRecord[],
  { preset, ...accepted }: Golden['accepted'] & Pick<Golden, 'preset'>,
): Successor | null {
  const records = all.filter(({ job }) => job.paper === paper.slug)
  const repeated = repeatedRun(records)
  if (repeated)
    throw new UserError(`Nothing was accepted: ${paper.slug}: ${repeated}`, exitCodes.failed)
  const judged = judge(paper, records, { dataset, preset })
  const against = judged.find(({ declared, agrees }) => declared !== null && !agrees)
  if (against)
    throw new UserError(
      `Nothing was accepted: ${paper.slug}'s claim ${against.id} came out ${against.outcome}, but ${against.declared} is declared (${against.evidence.reading})`,
      exitCodes.failed,
    )
  const id = { paper: paper.slug, dataset, preset }
  const golden = goldenOf(id, records, judged, accepted)
  const before = replacedGolden(root, id)
  if (before === null) return { golden, moved: 'first golden' }
  if (before === 'unreadable') return { golden, moved: 'in place of one that could not be read' }
  if (encodeGolden({ ...before, accepted }) === encodeGolden(golden) && !sealFaultUnder(root, id))
    return null
  const comparison = compareWithGolden(before, records, judged, { partial: false })
  return { golden, moved: summariseComparison(comparison) }
}
