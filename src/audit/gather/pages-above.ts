import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { longestPage } from '../facts/document/bounds.ts'
import { fileFacts } from './folder.ts'
import type { FolderFile } from './folder-file.ts'

/** More pages than these are no catalogue's own. */
const mostPages = 40

/**
 * The Markdown pages that lie beside a folder and name it: a catalogue's own, as `../RESULTS.md`. No
 * link is followed, and what cannot be read is left out.
 */
export function pagesAbove(folder: string): FolderFile[] {
  const above = dirname(resolve(folder))
  const name = basename(resolve(folder))
  return namesIn(above)
    .filter((file) => /\.(md|markdown)$/i.test(file))
    .sort()
    .slice(0, mostPages)
    .flatMap((file) => pageAt(join(above, file), `../${file}`))
    .filter(({ text }) => text?.includes(name))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function pageAt(file: string, path: string): FolderFile[] {
  try {
    const stats = lstatSync(file)
    if (!stats.isFile() || stats.size > longestPage) return []
    const bytes = readFileSync(file)
    return [{ path, kind: 'file', bytes: bytes.length, ...fileFacts(path, bytes) }]
  } catch {
    return []
  }
}
