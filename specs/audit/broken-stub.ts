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
import { fileFacts } from '../../src/audit/gather/folder.ts'
import type { FolderFile } from '../../src/audit/gather/folder-file.ts'
import { declarationIn, type StubFolder } from '../../src/audit/gather/stub-evidence.ts'
import { assayJsonName } from '../../src/audit/stub/assay-json.ts'
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
    rmSync(join(folder, assayJsonName))
    const line = '| [assay.json](assay.json) | how to run it, and what is claimed |\n'
    apply(folder, { path: 'README.md', replace: [line, ''] })
  }
  for (const edit of edits) apply(folder, edit)
  return { folder, dispose: () => rmSync(home, { recursive: true }) }
}

function apply(folder: string, edit: Edit): void {
  const file = join(folder, edit.path)
  if ('replace' in edit) {
    writeFileSync(file, replaced(readFileSync(file, 'utf8'), edit))
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { recursive: true, force: true })
  if ('write' in edit) writeFileSync(file, edit.write)
  if ('linkTo' in edit) symlinkSync(edit.linkTo, file)
  if ('makeFolder' in edit) mkdirSync(file)
}

function replaced(before: string, { path, replace }: Extract<Edit, { replace: unknown }>): string {
  const [from, to] = replace
  const times = before.split(from).length - 1
  if (times !== 1) throw new Error(`${path} holds "${from}" ${times} times, not once`)
  return before.replace(from, () => to)
}

/**
 * What would be read of the stub's folder after an edit, without the folder; null for an edit that
 * changes where links lead: a file that goes, a link, a folder.
 */
export function editedInMemory(stub: StubFolder, edit: Edit): StubFolder | null {
  if (!('replace' in edit || 'write' in edit)) return null
  const { path } = edit
  const before = stub.files.find((file) => file.path === path)
  const content = 'write' in edit ? edit.write : replaced(before?.text ?? '', edit)
  const bytes = Buffer.from(content)
  const file: FolderFile = { path, kind: 'file', bytes: bytes.length, ...fileFacts(path, bytes) }
  const files = [
    ...stub.files.filter((other) => other.path !== path),
    ...foldersAbove(path).filter((folder) => !stub.files.some(({ path }) => path === folder.path)),
    file,
  ].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { ...stub, files, ...declarationIn(files) }
}

function foldersAbove(path: string): FolderFile[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, i) => ({
    path: names.slice(0, i + 1).join('/'),
    kind: 'folder',
    bytes: 0,
  }))
}
