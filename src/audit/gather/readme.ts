import type { Readme } from '../evidence.ts'
import { longestPage } from '../facts/document/bounds.ts'
import { readDocument } from '../facts/document/parse.ts'
import type { FolderFile } from './folder-file.ts'

/** The README of a folder as a tree, or in a few words why it cannot be read. */
export function readReadme(files: readonly FolderFile[]): Readme {
  const file =
    files.find(({ path }) => path === 'README.md') ??
    files.find(({ path }) => /^readme(\.md|\.markdown)?$/i.test(path))
  const path = file?.path ?? 'README.md'
  const unreadable = (why: string): Readme => ({ state: 'unreadable', path, why })
  if (!file) return unreadable('is not there')
  if (file.kind !== 'file') return unreadable(`is a ${file.kind}, not a file`)
  if (file.pointsTo) return unreadable('is a Git LFS pointer: the page itself is not in the folder')
  if (file.bytes > longestPage)
    return unreadable(`has ${file.bytes} bytes; a README has at most ${longestPage}`)
  if (file.text === undefined) return unreadable('is not written in Markdown')
  return readDocument(path, file.text)
}
