import { describeComparison } from '../goldens/comparison-text.ts'
import { comparePending } from '../goldens/pending.ts'
import { papers } from '../papers/index.ts'
import { goldenName } from '../records/golden.ts'
import type { DatasetId } from '../records/record.ts'
import { datasets } from '../run/judged-runs.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import type { SharedOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

export interface DiffOptions extends Pick<SharedOptions, 'preset'> {
  readonly data?: string
}

/** Explains the pending files under `root`: exit code 1 when there is a difference to explain. */
export function goldenDiff(
  root: string,
  slugs: readonly string[],
  { preset, data }: DiffOptions,
  terminal: Terminal,
): ExitCode {
  const chosen = slugs.length > 0 ? chosenPapers(slugs) : papers
  const wanted = datasetsOf(data)
  const ids = chosen.flatMap(({ slug }) =>
    wanted.map((dataset) => ({ paper: slug, dataset, preset })),
  )
  const pending = comparePending(root, ids)
  if (pending.length === 0) {
    const names = slugs.length > 0 ? `${slugs.join(', ')} (${preset})` : `the preset ${preset}`
    terminal.write(
      `Nothing is pending for ${names}; assay golden status leaves a file when something differs.\n`,
    )
    return exitCodes.fine
  }
  for (const { id, path, comparison } of pending) {
    terminal.write(`${describeComparison(comparison)}\n`)
    if (comparison.same)
      terminal.say(`${goldenName(id)}: ${path} is out of date and may be deleted`)
  }
  return exitCodes.failed
}

function datasetsOf(data: string | undefined): readonly DatasetId[] {
  if (data === undefined || data === 'auto') return datasets
  if (data === 'mnist' || data === 'strokes') return [data]
  throw new UserError(`--data ${data}: golden diff takes mnist or strokes`)
}
