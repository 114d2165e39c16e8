import {
  cpSync,
  lstatSync,
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

/** A labelled folder in a place of its own. */
export interface MadeFolder {
  readonly folder: string
  /**
   * Makes edits, and gives back what takes them away again. Throws Error for words that do not stand
   * in their file exactly once.
   */
  edit(edits: readonly CorpusEdit[]): () => void
  dispose(): void
}

/** Makes a labelled folder, in a checkout if it is a catalogue. */
export function makeFolder({ name, lies, pictures, stubs }: LabelledFolder): MadeFolder {
  const home = mkdtempSync(join(tmpdir(), 'assay-corpus-'))
  const folder = join(home, name)
  cpSync(join(packageRoot, lies), folder, { recursive: true })
  if (stubs) mkdirSync(join(folder, '.git'))
  for (const path of pictures) apply(folder, { path, write: soundPicture(path) })
  return {
    folder,
    edit(edits) {
      const undo = edits.map((edit) => apply(folder, edit))
      return () => {
        for (const one of undo.reverse()) one()
      }
    },
    dispose: () => rmSync(home, { recursive: true }),
  }
}

/** One edit, and what takes it away. */
function apply(folder: string, edit: CorpusEdit): () => void {
  const file = join(folder, edit.path)
  const before = lstatSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null
  if ('replace' in edit) writeFileSync(file, replaced(before, edit))
  if ('remove' in edit) rmSync(file)
  const made = mkdirSync(dirname(file), { recursive: true })
  if ('write' in edit) writeFileSync(file, edit.write)
  if ('linkTo' in edit) symlinkSync(edit.linkTo, file)
  return () => {
    if (before) writeFileSync(file, before)
    else rmSync(made ?? file, { recursive: true })
  }
}

function replaced(
  before: Buffer | null,
  { path, replace: [from, to] }: Extract<CorpusEdit, { replace: unknown }>,
): string {
  const parts = (before?.toString('utf8') ?? '').split(from)
  if (parts.length !== 2)
    throw new Error(`${path} holds "${from}" ${parts.length - 1} times, not once`)
  return parts.join(to)
}
