import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomic } from '../records/atomic-file.ts'
import {
  commandWords,
  decodeGolden,
  encodeGolden,
  type Golden,
  type GoldenId,
  goldenName,
  goldenPath,
  readGolden,
} from '../records/golden.ts'
import { type Comparison, compareWithGolden } from './comparison.ts'

/** The file that keeps a result which differs from the golden at `path`, until a person decides. */
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

/** A pending file against the golden that it would replace. */
export interface PendingComparison {
  readonly id: GoldenId
  /** The pending file, relative to the checkout. */
  readonly path: string
  readonly comparison: Comparison
}

/** What each pending file of these goldens under `root` would change. */
export function comparePending(root: string, ids: readonly GoldenId[]): PendingComparison[] {
  return ids.flatMap((id) => {
    const path = pendingPath(goldenPath(id))
    if (!existsSync(join(root, path))) return []
    const { records, claims } = decodeGolden(readFileSync(join(root, path), 'utf8'), path)
    const judged = Object.entries(claims).map(([id, claim]) => ({ id, ...claim }))
    const golden = readGolden(root, id)
    return [{ id, path, comparison: compareWithGolden(golden, records, judged, { partial: true }) }]
  })
}

export function isCI({ CI }: Readonly<Record<string, string | undefined>>): boolean {
  return CI !== undefined && !['', '0', 'false'].includes(CI.toLowerCase())
}
