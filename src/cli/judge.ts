import type { Command } from 'commander'
import { otherwiseAtHeadline } from '../goldens/accepted-headline.ts'
import { judgeGoldens } from '../goldens/judged-goldens.ts'
import { recoverAcceptance } from '../goldens/replacement.ts'
import { packageRoot } from '../package-root.ts'
import type { Paper } from '../papers/paper.ts'
import type { DatasetId } from '../records/record.ts'
import { datasets, type JudgedRuns, judgeStored } from '../run/judged-runs.ts'
import { presetOf } from '../run/resolve.ts'
import { type ExitCode, exitCodes } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import { type SharedOptions, shareOptions } from './options.ts'
import { judgeDocument, placed } from './run-document.ts'
import { quietTerminal, type Terminal } from './terminal.ts'
import { metricsText } from './text/metrics-table.ts'
import { outcomesText } from './text/outcomes-table.ts'
import { paperText } from './text/paper-text.ts'

interface JudgeOptions extends Pick<SharedOptions, 'all' | 'preset' | 'out' | 'json'> {
  readonly golden?: boolean
  readonly data?: DatasetId
}

/** `assay judge SLUG…`. */
export function define(command: Command, terminal: Terminal): void {
  command.argument('[slug...]', 'papers, as assay list names them')
  shareOptions(command, 'all', 'preset', 'out', 'json')
  command
    .option('--golden', 'judge the accepted records instead of those in --out')
    .addOption(
      command
        .createOption('--data <name>', 'whose records (default: mnist, else strokes; golden: both)')
        .choices(datasets),
    )
    .addHelpText('after', examples)
    .action((slugs: string[], options: JudgeOptions) =>
      terminal.exitWith(judgeCommand(packageRoot, slugs, options, terminal)),
    )
}

const examples = `
Examples:
  assay judge mnist-deep-mlp                       what assay run stored in out
  assay judge --all --golden --preset quick        the accepted results

Exit codes: 0 as declared, 1 an outcome contradicts its declaration, 2 undecided: runs or goldens are
missing, or the claims are declared for no such preset and dataset, 3 no records, 64 wrong usage.`

/** Judges what is stored, or what is accepted under `root`, and prints it. */
export function judgeCommand(
  root: string,
  slugs: readonly string[],
  options: JudgeOptions,
  terminal: Terminal,
): ExitCode {
  const papers = chosenPapers(slugs, options.all)
  // A preset that none of them has is a typing mistake, not a lack of runs.
  if (!papers.some(({ presets }) => presets[options.preset])) presetOf(papers[0], options.preset)
  const recovered = options.golden ? recoverAcceptance(root) : null
  if (recovered) terminal.say(recovered)
  const judged = options.golden
    ? judgeGoldens(root, papers, options, terminal.say)
    : papers.map((paper) => judgeStored(paper, options))
  const { write, colours, width } = options.json ? quietTerminal(terminal) : terminal
  for (const { paper, place, records, claims } of judged) {
    const otherwise = otherwiseAtHeadline(root, paper, claims)
    const context = { place, records, otherwise, colours, width }
    write(`${paperText(paper, claims, context).join('\n')}\n\n`)
  }
  for (const dataset of datasets) {
    const here = judged.filter(({ place }) => place.dataset === dataset)
    if (here.length === 0) continue
    const records = here.flatMap((one) => one.records)
    const claims = here.flatMap((one) => one.claims)
    const place = { dataset, preset: options.preset }
    const metrics = metricsText(papers, records, place, width)
    write(`${[...metrics, '', ...outcomesText(claims, place, colours), ''].join('\n')}\n`)
  }
  if (options.json)
    terminal.write(judgeDocument(judged.flatMap(({ place, claims }) => placed(claims, place))))
  return verdict(papers, judged)
}

/** A contradiction weighs more than a question left open; a paper judged nowhere is one. */
function verdict(papers: readonly Paper[], judged: readonly JudgedRuns[]): ExitCode {
  const declared = papers.map((paper) =>
    judged
      .filter((one) => one.paper === paper)
      .flatMap(({ claims }) => claims.filter((claim) => claim.declared !== null)),
  )
  const against = declared.flat().filter(({ agrees }) => !agrees)
  if (against.some((claim) => !claim.narrowed && claim.outcome !== 'inconclusive'))
    return exitCodes.failed
  return against.length > 0 || declared.some((claims) => claims.length === 0)
    ? exitCodes.inconclusive
    : exitCodes.fine
}
