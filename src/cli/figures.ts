import { join } from 'node:path'
import type { Command } from 'commander'
import { drawPaper, folderOfPictures } from '../figures/pictures/draw-paper.ts'
import { packageRoot } from '../package-root.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import type { DatasetId } from '../records/record.ts'
import { datasets } from '../run/judged-runs.ts'
import { presetOf } from '../run/resolve.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import { type SharedOptions, shareOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

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
  { all, preset, data: dataset, out, to }: FiguresOptions,
  { say, write }: Terminal,
): Promise<ExitCode> {
  const asked = chosenPapers(slugs, all).map((paper) => ({ paper, ...presetOf(paper, preset) }))
  const faults: string[] = []
  for (const { paper, runs } of asked) {
    const { slug } = paper
    const drawings = await paper.figures?.()
    if (!drawings) {
      say(`${slug} draws nothing.`)
      continue
    }
    const id = { paper: slug, dataset, preset }
    const drawn = drawPaper(drawings, runs, id, { root, out })
    const folder = to ? join(to, slug) : folderOfPictures(id, { root, out })
    for (const { path, bytes } of drawn.files) {
      const file = join(folder, path)
      writeAtomic(file, bytes, 'Choose another folder with --to')
      write(`${file}  ${Math.ceil(bytes.length / 1000)} kB\n`)
    }
    faults.push(...drawn.faults)
  }
  if (faults.length === 0) return exitCodes.fine
  throw new UserError(faults.join('; '), exitCodes.couldNotRun)
}
