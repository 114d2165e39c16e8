import type { Command } from 'commander'
import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import { packageRoot } from '../package-root.ts'
import type { Paper } from '../papers/paper.ts'
import { recoverAcceptance } from '../records/acceptance.ts'
import { type GoldenRecord, readGolden } from '../records/golden.ts'
import type { DatasetId, Preset } from '../records/record.ts'
import { openStore } from '../records/store.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import { type SharedOptions, shareOptions } from './options.ts'
import { judgeDocument } from './run-document.ts'
import { quietTerminal, type Terminal } from './terminal.ts'
import { metricsText } from './text/metrics-table.ts'
import { outcomesText } from './text/outcomes-table.ts'
import { paperText } from './text/paper-text.ts'

interface JudgeOptions extends Pick<SharedOptions, 'all' | 'preset' | 'out' | 'json'> {
  readonly golden?: boolean
  readonly data?: DatasetId
}

interface Judged {
  readonly paper: Paper
  readonly records: readonly GoldenRecord[]
  readonly claims: readonly JudgedClaim[]
}

/** `assay judge SLUG…`. */
export function define(command: Command, terminal: Terminal): void {
  command.argument('[slug...]', 'papers, as assay list names them')
  shareOptions(command, 'all', 'preset', 'out', 'json')
  command
    .option('--golden', 'judge the accepted records instead of those in --out')
    .addOption(
      command
        .createOption('--data <name>', 'whose records (default: mnist, else strokes)')
        .choices(['mnist', 'strokes']),
    )
    .addHelpText('after', examples)
    .action((slugs: string[], options: JudgeOptions) =>
      terminal.exitWith(judgeCommand(slugs, options, terminal)),
    )
}

const examples = `
Examples:
  assay judge mnist-deep-mlp                       what assay run stored in out
  assay judge --all --golden --preset quick        the accepted results

Exit codes: 0 as declared, 1 an outcome contradicts its declaration, 2 undecided: runs are missing,
or the claims are declared for no such preset and dataset, 3 no records, 64 wrong usage.`

function judgeCommand(
  slugs: readonly string[],
  options: JudgeOptions,
  terminal: Terminal,
): ExitCode {
  const papers = chosenPapers(slugs, options.all)
  const recovered = options.golden ? recoverAcceptance(packageRoot) : null
  if (recovered) terminal.say(recovered)
  const judged = papers.map((paper) => judgeOne(paper, options))
  const { write, colours, width } = options.json ? quietTerminal(terminal) : terminal
  for (const { paper, records, claims } of judged)
    write(`${paperText(paper, claims, { records, colours, width }).join('\n')}\n\n`)
  const records = judged.flatMap((one) => one.records)
  const claims = judged.flatMap((one) => one.claims)
  const tables = [...metricsText(papers, records, width), '', ...outcomesText(claims, colours)]
  write(`${tables.join('\n')}\n`)
  if (options.json) terminal.write(judgeDocument(claims))
  return verdict(judged)
}

function judgeOne(paper: Paper, { golden, data, preset, out }: JudgeOptions): Judged {
  const [dataset, records] = golden
    ? acceptedRecords(paper, data, preset)
    : storedRecords(paper, data, preset, out)
  return { paper, records, claims: judge(paper, records, { dataset, preset }) }
}

type Found = readonly [DatasetId, readonly GoldenRecord[]]

function acceptedRecords(paper: Paper, data: DatasetId = 'mnist', preset: Preset): Found {
  return [data, readGolden(packageRoot, { paper: paper.slug, dataset: data, preset }).records]
}

function storedRecords(
  { slug }: Paper,
  data: DatasetId | undefined,
  preset: Preset,
  out: string,
): Found {
  const stored = openStore(out, { readOnly: true }).list({ paper: slug, preset })
  const own = stored.filter(({ job }) => Object.keys(job.overrides).length === 0)
  for (const dataset of data ? [data] : (['mnist', 'strokes'] as const)) {
    const records = own.filter(({ job }) => job.dataset === dataset)
    if (records.length > 0) return [dataset, records]
  }
  throw new UserError(
    `${out} holds no ${preset} runs of ${slug}${data ? ` on ${data}` : ''} as declared; get them with: assay run ${slug}${preset === 'headline' ? '' : ` --preset ${preset}`}${data ? ` --data ${data}` : ''}`,
    exitCodes.couldNotRun,
  )
}

/** A contradiction weighs more than a question left open; a paper judged nowhere is one. */
function verdict(judged: readonly Judged[]): ExitCode {
  const declared = judged.map(({ claims }) => claims.filter((claim) => claim.declared !== null))
  const against = declared.flat().filter(({ agrees }) => !agrees)
  if (against.some((claim) => !claim.narrowed && claim.outcome !== 'inconclusive'))
    return exitCodes.failed
  return against.length > 0 || declared.some((claims) => claims.length === 0)
    ? exitCodes.inconclusive
    : exitCodes.fine
}
