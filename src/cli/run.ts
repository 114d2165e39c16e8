import type { Command } from 'commander'
import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import { recoverAcceptance } from '../goldens/replacement.ts'
import { packageRoot } from '../package-root.ts'
import { planRuns } from '../run/planned-runs.ts'
import { shellLine } from '../run/shell-line.ts'
import { type ExitCode, exitCodes } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import { openData } from './open-data.ts'
import { type SharedOptions, shareOptions } from './options.ts'
import { placed, runDocument } from './run-document.ts'
import { runsReport } from './runs-report.ts'
import { quietTerminal, type Terminal } from './terminal.ts'
import { planText } from './text/plan-text.ts'
import { trainShown } from './training.ts'

/** `assay run SLUG… | --all`. */
export function define(command: Command, terminal: Terminal): void {
  command.argument('[slug...]', 'papers, as assay list names them')
  shareOptions(command, 'all', 'preset', 'seeds', 'arm', 'data', 'set', 'backend', 'threads')
  shareOptions(command, 'workers', 'out', 'resume', 'json')
  command.addHelpText('after', examples)
  command.action(async (slugs: string[], options: SharedOptions) =>
    terminal.exitWith(await run(slugs, options, terminal)),
  )
}

const examples = `
Examples:
  assay run --all --preset quick                      all papers, all arms, about a minute
  assay run mnist-deep-mlp                            the reference's recipe, five seeds
  assay run mnist-deep-mlp --seeds 0 --set epochs=3   one seed, not the preset: decides nothing
  assay run --all --preset quick --json > runs.json   for other programs

Exit codes: 0 fine, 1 an outcome contradicts its declaration or a run diverged, 3 could not run,
64 wrong usage, 130 stopped by Ctrl-C.`

async function run(
  slugs: readonly string[],
  options: SharedOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const papers = chosenPapers(slugs, options.all)
  const words = options.json ? quietTerminal(terminal) : terminal
  const recovered = recoverAcceptance(packageRoot)
  if (recovered) terminal.say(recovered)

  const { preset, data, backend, workers, threads, out, arm, seeds } = options
  const planned = await planRuns({
    papers,
    preset,
    openData: () => openData(data, terminal),
    sets: options.set,
    backend,
    workers,
    threads,
    out,
    select: () => [{ arms: arm.length > 0 ? arm : undefined, seeds }],
  })
  words.write(`${planText(planned).join('\n')}\n\n`)

  const called = process.argv.slice(2).filter((word) => word !== '--resume')
  const goOn = shellLine(['npx', 'assay', ...called, '--resume'])
  const trained = await trainShown(planned, { resume: options.resume, goOn }, terminal)
  const claims = papers.flatMap((paper) =>
    judge(paper, trained.records, { dataset: planned.dataset.name, preset }),
  )
  for (const line of await runsReport(planned, trained, claims, words)) words.write(`${line}\n`)
  if (options.json) {
    const place = { dataset: planned.dataset.name, preset }
    terminal.write(runDocument(trained.records, placed(claims, place)))
  }
  return claims.some(contradicts) ? exitCodes.failed : exitCodes.fine
}

/** Judged on all that was declared, and not what was declared. */
const contradicts = ({ declared, agrees, narrowed }: JudgedClaim) =>
  declared !== null && !agrees && !narrowed
