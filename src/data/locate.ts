import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** The value of `--data`: one of three words, or a folder. */
export type DataChoice = 'auto' | 'mnist' | 'strokes' | (string & {})

/** A folder that must hold the four files, and the option or variable that named it. */
export interface NamedFolder {
  readonly folder: string
  readonly namedBy: '--data' | 'ASSAY_DATA'
}

type Environment = Readonly<Record<string, string | undefined>>

/** The folder that a person named, by `--data` or else by ASSAY_DATA. */
export function namedFolder(choice: DataChoice, env: Environment): NamedFolder | undefined {
  if (choice !== 'auto' && choice !== 'mnist' && choice !== 'strokes')
    return { folder: resolve(choice), namedBy: '--data' }
  if (choice === 'strokes' || !env.ASSAY_DATA) return undefined
  return { folder: resolve(env.ASSAY_DATA), namedBy: 'ASSAY_DATA' }
}

/** Where assay keeps its own copy of MNIST: under ASSAY_CACHE, or the platform's cache folder. */
export function cacheFolder(env: Environment): string {
  const root = env.ASSAY_CACHE ? resolve(env.ASSAY_CACHE) : envPaths('assay', { suffix: '' }).cache
  return join(root, 'mnist')
}

/** The cache of the Python implementation that assay compares itself with: read, never written. */
export function referenceFolder(env: Environment): string {
  return join(env.HOME || homedir(), '.cache', 'hinton-mnist')
}
