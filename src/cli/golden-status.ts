import { describeComparison } from '../goldens/comparison-text.ts'
import { compareFresh, planComparison } from '../goldens/fresh-runs.ts'
import { keepPending } from '../goldens/pending.ts'
import { goldenName } from '../records/golden.ts'
import { type ExitCode, exitCodes } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import { openData } from './open-data.ts'
import type { SharedOptions } from './options.ts'
import type { Terminal } from './terminal.ts'
import { planText } from './text/plan-text.ts'
import { trainShown } from './training.ts'

export interface StatusOptions
  extends Pick<
    SharedOptions,
    'preset' | 'data' | 'seeds' | 'backend' | 'threads' | 'workers' | 'out'
  > {
  readonly oneSeed?: string
}

/**
 * Fresh runs against the goldens under `root`. Seeds that were not asked for are listed as not run;
 * a golden that is missing never counts as passed.
 */
export async function goldenStatus(
  root: string,
  slugs: readonly string[],
  { data, ...options }: StatusOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const planned = await planComparison(root, {
    ...options,
    papers: chosenPapers(slugs, slugs.length === 0),
    openData: () => openData(data, terminal),
  })
  const { runs, without, skipped, partial } = planned
  for (const { paper, arms } of skipped)
    terminal.say(
      `${paper}: not compared are arms that only read what others leave: ${arms.join(', ')}`,
    )
  for (const line of [...planText(runs), '']) terminal.say(line)
  const goOn = 'the same command, which runs everything afresh'
  const { records } = await trainShown(runs, { goOn }, terminal)

  let code: ExitCode = without.length > 0 ? exitCodes.inconclusive : exitCodes.fine
  for (const { comparison, against, successor } of compareFresh(planned, records)) {
    const [headline, ...details] = describeComparison(comparison).split('\n')
    // What was not asked for need not be listed run by run: the headline counts it.
    const told = partial && comparison.same ? [headline] : [headline, ...details]
    terminal.write(`${told.join('\n')}\n`)
    if (successor) terminal.say(keepPending(root, successor, terminal.env))
    for (const { id, declared, outcome } of against)
      terminal.write(`  claim ${id}: ${outcome}, which contradicts what is declared: ${declared}\n`)
    if (!comparison.same || against.length > 0) code = exitCodes.failed
  }
  for (const id of without)
    terminal.write(
      `${goldenName(id)}: no golden, so nothing was run. Make one with assay golden accept\n`,
    )
  return code
}
