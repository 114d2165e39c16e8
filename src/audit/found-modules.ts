import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exitCodes, UserError } from '../user-error.ts'

/** What people put into a folder by its name; not what editors and compilers lay beside it. */
export const entriesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !name.endsWith('.map'))
    .sort()

/**
 * What each file of a folder exports under one name, with the file's name: these are found by looking.
 * Throws a UserError for a file that cannot be one of them, so that none is left out unseen.
 */
export async function foundModules<T>(
  folder: string,
  exported: string,
): Promise<{ readonly name: string; readonly value: T }[]> {
  return await Promise.all(
    entriesOf(folder).map(async (file) => {
      const path = join(folder, file)
      const [, name] = /^([a-z][a-z0-9-]*)\.(?:js|ts)$/.exec(file) ?? []
      if (!name)
        throw notLoaded(path, 'give it a name of small letters, digits and hyphens, and .ts')
      const module = (await import(pathToFileURL(path).href)) as Record<string, T | undefined>
      const value = module[exported]
      if (value === undefined) throw notLoaded(path, `it exports no ${exported}`)
      return { name, value }
    }),
  )
}

/** The refusal of a file that nobody would ask. */
export const notLoaded = (path: string, what: string) =>
  new UserError(`${path} cannot be loaded: ${what}`, exitCodes.couldNotRun)
