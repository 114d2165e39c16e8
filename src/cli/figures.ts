import { join } from 'node:path'
import type { Command } from 'commander'
import { parseSeeds } from '../claims/seeds.ts'
import { drawAll } from '../figures/pictures/draw-all.ts'
import { drawnRuns } from '../figures/pictures/drawn-runs.ts'
import type { Runs } from '../figures/runs.ts'
import { packageRoot } from '../package-root.ts'
import type { Paper } from '../papers/paper.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import { commandWords } from '../records/golden.ts'
import type { DatasetId, Preset } from '../records/record.ts'
import { datasets } from '../run/judged-runs.ts'
import { presetOf } from '../run/resolve.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import { type SharedOptions, shareOptions } from './options.ts'
import type { Terminal } from './terminal.ts'
import { counted } from './text/figures.ts'

interface FiguresOptions extends Pick<SharedOptions, 'all' | 'preset' | 'out'> {
  readonly data: DatasetId
  readonly to?: string
}

/** `assay figures SLUG… | --all`. */
export function define(command: Command, terminal: Terminal): void {
  command.argument('[slug...]', 'papers, as assay list names them')
  shareOptions(command, 'all', 'preset', 'out')
  command
    .addOption(
      command.createOption('--data <name>', 'whose records').choices(datasets).default('mnist'),
    )
    .option(
      '--to <dir>',
      'where the pictures go (default: the paper’s folder for headline on mnist, else <out>/figures)',
    )
    .addHelpText('after', examples)
    .action(async (slugs: string[], options: FiguresOptions) =>
      terminal.exitWith(await figures(packageRoot, slugs, options, terminal)),
    )
}

const examples = `
Draws from the accepted records, or from those in --out where none are accepted; trains nothing. What
lies in the store alone (gates, digits, weights) comes from the runs in --out, if they are the
accepted ones.

Examples:
  assay figures highway-networks                              PNGs and the GIF of one paper
  assay figures --all --preset quick --data strokes --to pics what a quick run looks like

Exit codes: 0 fine, 3 runs are missing for some pictures (the others are written), 64 wrong usage.`

/** Draws the pictures of papers and writes them. */
export async function figures(
  root: string,
  slugs: readonly string[],
  options: FiguresOptions,
  { say, write }: Terminal,
): Promise<ExitCode> {
  const papers = chosenPapers(slugs, options.all)
  for (const paper of papers) presetOf(paper, options.preset)
  const faults: string[] = []
  for (const paper of papers) {
    const drawings = await paper.figures?.()
    if (!drawings) {
      say(`${paper.slug} draws nothing.`)
      continue
    }
    const place = { paper: paper.slug, dataset: options.data, preset: options.preset }
    const runs = drawnRuns(root, place, options.out)
    const absent = absentRuns(paper, options.preset, runs)
    if (absent.length > 0)
      faults.push(
        `${paper.slug} was drawn from fewer runs than it declares: ${absent.join(', ')} not run`,
      )
    const { files, missing } = drawAll(paper.slug, drawings, runs)
    const folder = folderOf(root, paper, options)
    for (const { path, bytes } of files) {
      const file = join(folder, path)
      writeAtomic(file, bytes, 'Choose another folder with --to')
      write(`${file}  ${Math.ceil(bytes.length / 1000)} kB\n`)
    }
    if (missing.length === 0) continue
    const { picture, why } = missing[0]
    const some = counted(missing.length, 'picture')
    const again = `assay run ${commandWords(place)} --out ${options.out}, then assay figures ${commandWords(place)} --out ${options.out}`
    faults.push(`${some} of ${paper.slug} not drawn, ${picture} first: ${why}. Run: ${again}`)
  }
  if (faults.length === 0) return exitCodes.fine
  throw new UserError(faults.join('; '), exitCodes.couldNotRun)
}

/** "lwta seed 3": runs that the preset declares and that are not there. Nobody sees in a picture that it lacks them. */
function absentRuns(paper: Paper, preset: Preset, runs: Runs): string[] {
  return Object.entries(presetOf(paper, preset).runs).flatMap(([arm, declared]) => {
    const seeds = runs.seeds(arm)
    return parseSeeds(declared).flatMap((seed) =>
      seeds.includes(seed) ? [] : [`${arm} seed ${seed}`],
    )
  })
}

/** The accepted headline is what a paper's README shows; all else goes to the store's folder. */
function folderOf(
  root: string,
  { slug }: Paper,
  { to, out, data, preset }: FiguresOptions,
): string {
  if (to) return join(to, slug)
  if (data === 'mnist' && preset === 'headline') return join(root, 'src', 'papers', slug)
  return join(out, 'figures', `${slug}-${data}-${preset}`)
}
