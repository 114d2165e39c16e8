import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeSynced } from '../records/atomic-file.ts'
import { digestBytes } from '../records/digest.ts'
import { isAlive } from './living-process.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const journalSchema = z.strictObject({
  schema: z.literal('assay/accept@1'),
  /**
   * `staging`: no file has been replaced. `replacing`: all new files are staged, and replace the
   * old ones.
   */
  phase: z.enum(['staging', 'replacing']),
  pid: z.int(),
  names: z.array(z.string()),
  reason: z.string(),
  goldens: z.array(
    z.strictObject({
      path: z.string(),
      /** sha256 of the present file, null when there is none, and of the new file. */
      before: sha256.nullable(),
      after: sha256,
    }),
  ),
  changelog: z.strictObject({ before: sha256.nullable(), line: z.string() }),
})

/** What an acceptance is going to do, written before it does it. */
export type AcceptanceJournal = z.output<typeof journalSchema>

export const journalPath = 'golden/.accept.json'

/** The file beside another in which its next contents are kept until everything is staged. */
export function stagedPath(path: string): string {
  return `${path}.accepting`
}

/** Begins a journal. Throws EEXIST when there is one: two acceptances never run at once. */
export function openJournal(root: string, journal: AcceptanceJournal): void {
  writeSynced(join(root, journalPath), JSON.stringify(journal, null, 2), 'wx')
}

/** Commits an acceptance: from now on whoever finds the journal completes it. */
export function commitJournal(root: string, journal: AcceptanceJournal): void {
  const next: AcceptanceJournal = { ...journal, phase: 'replacing' }
  const staged = join(root, stagedPath(journalPath))
  writeSynced(staged, JSON.stringify(next, null, 2))
  renameSync(staged, join(root, journalPath))
}

/** Ends an acceptance: there is nothing left to complete. */
export function closeJournal(root: string): void {
  rmSync(join(root, stagedPath(journalPath)), { force: true })
  rmSync(join(root, journalPath), { force: true })
}

/**
 * The journal of a checkout: null when there is none, 'unreadable' when its first write was
 * interrupted, before anything was staged.
 */
export function readJournal(root: string): AcceptanceJournal | 'unreadable' | null {
  const file = join(root, journalPath)
  if (!existsSync(file)) return null
  try {
    return journalSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return 'unreadable'
  }
}

const commitMilliseconds = 10_000

/** Whether the process that wrote the journal is at work: it is alive, and began seconds ago. */
export function isAtWork(root: string, { pid }: AcceptanceJournal): boolean {
  if (pid === process.pid) return false
  const age = Date.now() - statSync(join(root, journalPath)).mtimeMs
  return age < commitMilliseconds && isAlive(pid)
}

/** sha256 of a file under the root, null when there is none. */
export function digestOf(root: string, path: string): string | null {
  const file = join(root, path)
  return existsSync(file) ? digestBytes(readFileSync(file)) : null
}
