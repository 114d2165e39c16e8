import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Edit } from './fault.ts'

const base = join(import.meta.dirname, 'stub')

/** The sound stub in a folder of its own, with edits; `dispose` takes it away. */
export function stubWith(
  edits: readonly Edit[],
  { assayJson }: { readonly assayJson: boolean },
): { readonly folder: string; readonly dispose: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'assay-broken-'))
  const folder = join(home, 'stub')
  cpSync(base, folder, { recursive: true })
  if (!assayJson) {
    rmSync(join(folder, 'assay.json'))
    const line = '| [assay.json](assay.json) | how to run it, and what is claimed |\n'
    apply(folder, { path: 'README.md', replace: [line, ''] })
  }
  for (const edit of edits) apply(folder, edit)
  return { folder, dispose: () => rmSync(home, { recursive: true }) }
}

function apply(folder: string, edit: Edit): void {
  const file = join(folder, edit.path)
  if ('replace' in edit) {
    const [from, to] = edit.replace
    const before = readFileSync(file, 'utf8')
    if (before.split(from).length !== 2)
      throw new Error(
        `${edit.path} holds "${from}" ${before.split(from).length - 1} times, not once`,
      )
    writeFileSync(
      file,
      before.replace(from, () => to),
    )
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { recursive: true, force: true })
  if ('write' in edit) writeFileSync(file, edit.write)
  if ('linkTo' in edit) symlinkSync(edit.linkTo, file)
  if ('makeFolder' in edit) mkdirSync(file)
}
