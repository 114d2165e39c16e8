import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The folders that a name with `*` or `?` stands for, sorted; a name that is there is itself. */
export function namedFolders(name: string): string[] {
  if (existsSync(name) || !/[*?]/.test(name)) return [name]
  const isAbsolute = name.startsWith('/')
  const parts = name.split('/').filter((part) => part !== '')
  return parts.reduce(
    (found, part) => found.flatMap((at) => within(at, part)),
    [isAbsolute ? '/' : ''],
  )
}

function within(at: string, part: string): string[] {
  if (!/[*?]/.test(part)) return existsSync(join(at, part)) ? [join(at, part)] : []
  const pattern = new RegExp(
    `^${part
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )
  return foldersIn(at || '.')
    .filter((name) => pattern.test(name) && !name.startsWith('.'))
    .map((name) => join(at, name))
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory())
      .sort()
  } catch {
    return []
  }
}
