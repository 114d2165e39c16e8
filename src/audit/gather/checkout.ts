import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The checkout that a folder lies in, within which its links may lead; else the folder itself. */
export function checkoutOf(folder: string): string {
  let at = resolve(folder)
  while (dirname(at) !== at) {
    if (existsSync(join(at, '.git'))) return at
    at = dirname(at)
  }
  return folder
}
