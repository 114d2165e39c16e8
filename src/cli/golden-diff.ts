import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareWithGolden } from '../goldens/comparison.ts'
import { describeComparison } from '../goldens/comparison-text.ts'
import { pendingPath } from '../goldens/pending.ts'
import { papers } from '../papers/index.ts'
import { decodeGolden, goldenName, goldenPath, readGolden } from '../records/golden.ts'
import type { DatasetId } from '../records/record.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import type { GoldenOptions } from './golden.ts'
import type { Terminal } from './terminal.ts'

/** Explains the pending files under `root`: exit code 1 when there is a difference to explain. */
export function goldenDiff(
  root: string,
  slugs: readonly string[],
  { preset, data }: { readonly preset: GoldenOptions['preset']; readonly data?: string },
  terminal: Terminal,
): ExitCode {
  const datasets = datasetsOf(data)
  const chosen = slugs.length > 0 ? chosenPapers(slugs) : papers
  const ids = chosen.flatMap(({ slug }) =>
    datasets.map((dataset) => ({ paper: slug, dataset, preset })),
  )
  const waiting = ids.filter((id) => existsSync(join(root, pendingPath(goldenPath(id)))))
  if (waiting.length === 0) {
    const names = slugs.length > 0 ? `${slugs.join(', ')} (${preset})` : `the preset ${preset}`
    terminal.write(
      `Nothing is pending for ${names}; assay golden status leaves a file when something differs.\n`,
    )
    return exitCodes.fine
  }
  for (const id of waiting) {
    const path = pendingPath(goldenPath(id))
    const pending = decodeGolden(readFileSync(join(root, path), 'utf8'), path)
    const judged = Object.entries(pending.claims).map(([id, claim]) => ({ id, ...claim }))
    const comparison = compareWithGolden(readGolden(root, id), pending.records, judged, {
      partial: true,
    })
    terminal.write(`${describeComparison(comparison)}\n`)
    if (comparison.same)
      terminal.say(`${goldenName(id)}: ${path} is out of date and may be deleted`)
  }
  return exitCodes.failed
}

function datasetsOf(data: string | undefined): readonly DatasetId[] {
  if (data === undefined || data === 'auto') return ['mnist', 'strokes']
  if (data === 'mnist' || data === 'strokes') return [data]
  throw new UserError(`--data ${data}: golden diff takes mnist or strokes`)
}
