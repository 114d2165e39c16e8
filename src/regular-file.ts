import { statSync } from 'node:fs'

/**
 * What stands at a path instead of a file, as "a folder"; null where it is a file, or nothing. A
 * folder cannot be read, and reading a pipe or a device may never end.
 */
export function insteadOfFile(path: string): string | null {
  const there = statSync(path, { throwIfNoEntry: false })
  if (!there || there.isFile()) return null
  if (there.isDirectory()) return 'a folder'
  return there.isFIFO() ? 'a pipe' : 'a device or a socket'
}
