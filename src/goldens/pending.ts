import { join } from 'node:path'
import { writeAtomic } from '../records/atomic-file.ts'
import {
  commandWords,
  encodeGolden,
  type Golden,
  goldenName,
  goldenPath,
} from '../records/golden.ts'

/** Where a golden's rejected successor waits for a person; `path` as goldenPath gives it. */
export function pendingPath(path: string): string {
  return path.replace(/\.json$/, '.pending.json')
}

/**
 * Keeps the golden that fresh runs would make beside the accepted one, for a person to look at, and
 * returns one sentence about it. Under CI nothing is written, and the sentence says so.
 */
export function keepPending(
  root: string,
  golden: Golden,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const path = pendingPath(goldenPath(golden))
  const name = goldenName(golden)
  if (isCI(env)) {
    return `${name} differs from its golden; CI writes no pending file. Run the same command on your machine to get ${path}`
  }
  writeAtomic(join(root, path), encodeGolden(golden), 'Make golden/ writable')
  return `The new result of ${name} is in ${path}. If it is right: assay golden accept ${commandWords(golden)} --reason "…"`
}

export function isCI({ CI }: Readonly<Record<string, string | undefined>>): boolean {
  return CI !== undefined && !['', '0', 'false'].includes(CI.toLowerCase())
}
