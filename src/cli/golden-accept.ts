import { checkGradients } from '../audit/probing/gradient-checks.ts'
import { acceptRuns } from '../goldens/acceptance.ts'
import { requireOtherChecks } from '../goldens/other-checks.ts'
import { runTwins, type StartAssay } from '../goldens/twin-runs.ts'
import type { Paper } from '../papers/paper.ts'
import { goldenName } from '../records/golden.ts'
import { coresHere } from '../run/cores.ts'
import { type ExitCode, exitCodes } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import { interruptible } from './interruption.ts'
import { openData } from './open-data.ts'
import type { SharedOptions } from './options.ts'
import { startAssay } from './own-process.ts'
import type { Terminal } from './terminal.ts'

export interface AcceptOptions extends Pick<SharedOptions, 'preset' | 'data' | 'workers' | 'out'> {
  readonly reason: string
}

/**
 * Makes the results of two fresh processes, each begun by `start`, the goldens under `root`, and prints
 * what was replaced.
 */
export async function goldenAccept(
  root: string,
  slugs: readonly string[],
  options: AcceptOptions,
  terminal: Terminal,
  start: StartAssay = startAssay,
): Promise<ExitCode> {
  const { preset, data, workers = coresHere(), out, reason } = options
  const papers = chosenPapers(slugs, slugs.length === 0)
  const said = terminal.say
  const accepted = await acceptRuns(
    root,
    {
      papers,
      preset,
      data,
      openData: () => openData(data, terminal),
      workers,
      out,
      reason,
      env: terminal.env,
    },
    {
      said,
      otherChecks: (papers) => requireOtherChecks(root, papers, { wrongGradient, said }),
      twinRuns: (request) =>
        interruptible(
          (signal) => runTwins(request, { start, signal, said }),
          () => 'Stopped: nothing was accepted. Accept again',
        ),
    },
  )
  if (accepted.length === 0) terminal.write('The goldens hold these very results already.\n')
  for (const { golden, moved } of accepted)
    terminal.write(`Accepted ${goldenName(golden)}: ${moved}\n`)
  return exitCodes.fine
}

/** The first parameter tensor whose gradient is wrong; null when all are right. */
async function wrongGradient(paper: Paper): Promise<string | null> {
  const { cases } = await checkGradients(paper)
  const wrong = cases.flatMap(({ tensors }) => tensors).find(({ passes }) => !passes)
  return wrong?.tensor ?? null
}
