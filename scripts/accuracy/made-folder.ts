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
import { packageRoot } from '../../src/package-root.ts'
import type { CorpusEdit, LabelledFolder } from './labels.ts'

const sound = join(packageRoot, 'specs', 'audit', 'stub')
const pictures = {
  gif: readFileSync(join(sound, 'rings.gif')),
  png: readFileSync(join(sound, 'figures', 'accuracy.png')),
}

/** The bytes of a sound picture, by the ending of a path. */
export const soundPicture = (path: string) => pictures[path.endsWith('.gif') ? 'gif' : 'png']

export interface MadeFolder {
  readonly folder: string
  dispose(): void
}

/** A labelled folder with edits, in a place of its own. A catalogue lies in a checkout. */
export function makeFolder(
  { name, lies, pictures, with: further = [], stubs }: LabelledFolder,
  edits: readonly CorpusEdit[],
): MadeFolder {
  const home = mkdtempSync(join(tmpdir(), 'assay-corpus-'))
  const folder = join(home, name)
  cpSync(join(packageRoot, lies), folder, { recursive: true })
  if (stubs) mkdirSync(join(folder, '.git'))
  for (const path of pictures) apply(folder, { path, write: soundPicture(path) })
  for (const edit of [...further, ...edits]) apply(folder, edit)
  return { folder, dispose: () => rmSync(home, { recursive: true }) }
}

/** Throws Error for words that do not stand in the file exactly once. */
function apply(folder: string, edit: CorpusEdit): void {
  const file = join(folder, edit.path)
  if ('replace' in edit) {
    const [from, to] = edit.replace
    const parts = readFileSync(file, 'utf8').split(from)
    if (parts.length !== 2)
      throw new Error(`${edit.path} holds "${from}" ${parts.length - 1} times, not once`)
    writeFileSync(file, parts.join(to))
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { recursive: true, force: true })
  if ('write' in edit) writeFileSync(file, edit.write)
  if ('linkTo' in edit) symlinkSync(edit.linkTo, file)
}
