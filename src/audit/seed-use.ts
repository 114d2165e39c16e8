import { knows } from './facts/program/option.ts'
import { optionsOf } from './facts/program/options.ts'
import { programsOf } from './facts/program/program.ts'
import type { FolderFile } from './gather/folder-file.ts'

/** Where a program takes its seed. */
export interface SeedUse {
  readonly path: string
  readonly line: number
  /** The name that it goes by from there. */
  readonly name: string
  /** Whether anything is made of it. */
  readonly isUsed: boolean
}

/** Where an option is read, and whether what is read goes anywhere; null: not found. */
export function seedUse(files: readonly FolderFile[], option: string): SeedUse | null {
  const { options, isUsed } = optionsOf(programsOf(files))
  const taken = options.find((one) => knows(one, option))
  if (!taken) return null
  const { path, line, name } = taken
  return { path, line, name, isUsed: isUsed(taken, 'seed') }
}
