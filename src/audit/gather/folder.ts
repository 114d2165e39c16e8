import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { exitCodes, UserError } from '../../user-error.ts'
import type { FolderFile } from './folder-file.ts'
import { readGif } from './gif.ts'
import { readPng } from './png.ts'

/** More entries than this are no reproduction of a paper. */
const mostFiles = 5000
const largestText = 1024 * 1024
const largestRead = 32 * 1024 * 1024

/** Folders that are listed and not entered: what is in them was made, not written. */
export const madeFolders = [
  '.git',
  '__pycache__',
  '.ipynb_checkpoints',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.venv',
  'venv',
  'node_modules',
  'dist',
  'build',
]

const textNames =
  /\.(md|markdown|txt|rst|py|ipynb|ts|js|mjs|cjs|json|jsonl|toml|cfg|ini|ya?ml|sh|r|jl|c|cc|cpp|h|lua|csv)$/i

/**
 * The entries of a folder, sorted by path. Nothing outside the folder is read: links are described
 * and not followed. Throws UserError when the folder is none, cannot be read, or holds too much.
 */
export function readFolder(folder: string): FolderFile[] {
  const root = realFolder(folder)
  const files: FolderFile[] = []
  const waiting = ['']
  for (let inside = waiting.pop(); inside !== undefined; inside = waiting.pop()) {
    for (const name of readdirSync(join(root, inside)).sort()) {
      const path = inside === '' ? name : `${inside}/${name}`
      const file = describe(root, path)
      files.push(file)
      if (files.length > mostFiles)
        throw new UserError(
          `${folder} holds more than ${mostFiles} files: name the folder of one reproduction`,
          exitCodes.couldNotRun,
        )
      if (file.kind === 'folder' && !madeFolders.includes(name)) waiting.push(path)
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function realFolder(folder: string): string {
  try {
    const root = realpathSync(folder)
    if (lstatSync(root).isDirectory()) return root
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`
    throw new UserError(`The folder ${folder} ${why}`, exitCodes.couldNotRun)
  }
  throw new UserError(`${folder} is no folder`, exitCodes.couldNotRun)
}

/** An entry of a folder, with what is read of it. Links are not followed. */
export function describe(root: string, path: string): FolderFile {
  const file = join(root, path)
  const stats = lstatSync(file)
  if (stats.isSymbolicLink()) return { path, kind: 'link', bytes: 0, ...linkFacts(root, file) }
  if (stats.isDirectory()) return { path, kind: 'folder', bytes: 0 }
  if (!stats.isFile()) return { path, kind: 'other', bytes: 0 }
  const common = { path, kind: 'file', bytes: stats.size } as const
  return stats.size > largestRead ? common : { ...common, ...fileFacts(path, readFileSync(file)) }
}

/** What is read of a file's bytes: its digest, and its text, its frames or its size by its name. */
export function fileFacts(
  path: string,
  bytes: Buffer,
): Omit<FolderFile, 'path' | 'kind' | 'bytes'> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const pointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n[\s\S]*^size (\d+)$/m.exec(
    bytes.subarray(0, longestPointer).toString('latin1'),
  )
  if (pointer) return { sha256, pointsTo: { bytes: Number(pointer[1]) } }
  return {
    sha256,
    ...(textNames.test(path) && bytes.length <= largestText && { text: utf8(bytes) }),
    ...(/\.gif$/i.test(path) && { gif: readGif(bytes) }),
    ...(/\.png$/i.test(path) && { png: readPng(bytes) }),
  }
}

/** Git LFS pointers are smaller than this, by their specification. */
const longestPointer = 1024

/** Without a byte order mark, which some editors write and no reader of JSON takes. */
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function linkFacts(root: string, file: string): Pick<FolderFile, 'target' | 'leaves'> {
  const target = readlinkSync(file)
  try {
    const inside = relative(root, realpathSync(file))
    return { target, leaves: inside === '..' || inside.startsWith(`..${sep}`) }
  } catch {
    return { target, leaves: false }
  }
}
