import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'

export interface Found<T> {
  /** The file's name without its ending. */
  readonly name: string
  readonly module: Partial<T>
}

/**
 * Every module of a folder of src, none where there is no such folder: what is merely iterated is
 * discovered, not registered.
 */
export async function modulesIn<T>(folder: string): Promise<Found<T>[]> {
  const path = join(packageRoot, 'src', folder)
  const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('.ts')) : []
  return await Promise.all(
    files.sort().map(async (file) => ({
      name: file.replace(/\.ts$/, ''),
      module: (await import(/* @vite-ignore */ `../../src/${folder}/${file}`)) as Partial<T>,
    })),
  )
}
