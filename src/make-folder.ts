import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it; a folder that is there already is fine. Not Node's recursive
 * mkdir, which never returns where the system answers ENOENT for a parent that exists, as /proc does.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && dirname(folder) !== folder && !isFolder(dirname(folder))) {
      makeFolder(dirname(folder))
      makeFolder(folder)
    } else if (code !== 'EEXIST' || !isFolder(folder)) throw error
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
