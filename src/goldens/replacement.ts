import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { explainingRefusals, writeSynced } from '../records/atomic-file.ts'
import { digestBytes } from '../records/digest.ts'
import { encodeGolden, type Golden, goldenName, goldenPath } from '../records/golden.ts'
import { exitCodes, UserError } from '../user-error.ts'
import {
  changelogPath,
  emptyChangelog,
  type GoldenEntry,
  goldenLine,
  insertGoldenLine,
} from './changelog.ts'
import { pendingPath } from './pending.ts'
import {
  type AcceptanceJournal,
  closeJournal,
  commitJournal,
  digestOf,
  isAtWork,
  journalPath,
  openJournal,
  readJournal,
  stagedPath,
} from './replacement-journal.ts'
import { sealOf } from './seal.ts'

const wayOut = 'Nothing was accepted; make golden/ and CHANGELOG.md writable and accept again'

/**
 * Replaces goldens and adds their line, with a seal for each, to CHANGELOG.md: all of it or nothing,
 * even when the process is killed. What is to be done is first written to a journal and staged; whoever
 * finds a committed journal completes it (see recoverAcceptance). Pending files of the accepted goldens
 * are removed.
 *
 * Throws a UserError when another acceptance is at work or the folder cannot be written.
 */
export function acceptGoldens(
  root: string,
  goldens: readonly Golden[],
  entry: Omit<GoldenEntry, 'goldens'>,
): void {
  if (goldens.length === 0) return
  const texts = goldens.map((golden) => ({ path: goldenPath(golden), text: encodeGolden(golden) }))
  const named = goldens.map((golden, i) => ({
    name: goldenName(golden),
    seal: sealOf(texts[i].text),
  }))
  const line = goldenLine({ ...entry, goldens: named })
  const journal: AcceptanceJournal = {
    schema: 'assay/accept@1',
    phase: 'staging',
    pid: process.pid,
    names: goldens.map(goldenName),
    reason: entry.reason,
    goldens: texts.map(({ path, text }) => ({
      path,
      before: digestOf(root, path),
      after: digestBytes(text),
    })),
    changelog: { before: digestOf(root, changelogPath), line },
  }
  begin(root, journal)
  try {
    explainingRefusals(join(root, 'golden'), wayOut, () => {
      for (const { path, text } of texts) {
        const staged = join(root, stagedPath(path))
        makeFolder(dirname(staged))
        writeSynced(staged, text)
      }
      commitJournal(root, journal)
    })
  } catch (error) {
    rollBack(root, journal)
    throw error
  }
  complete(root, journal)
}

/**
 * Finishes an interrupted acceptance: rolls it back if nothing had been replaced, completes it if
 * it had been committed. Returns one sentence about it, or null when there was none. Call it before
 * goldens are read.
 *
 * Throws a UserError when a golden has been changed since then.
 */
export function recoverAcceptance(root: string): string | null {
  const journal = readJournal(root)
  if (journal === null) return null
  if (journal === 'unreadable') {
    closeJournal(root)
    return 'An interrupted assay golden accept had not begun to replace anything: nothing was changed. Run it again'
  }
  const what = `assay golden accept of ${journal.names.join(', ')} (“${journal.reason}”)`
  if (isAtWork(root, journal)) return `${what} is at work in process ${journal.pid}`
  if (journal.phase === 'staging') {
    rollBack(root, journal)
    return `${what} was interrupted before it replaced anything: nothing was changed. Run it again`
  }
  complete(root, journal)
  return `${what} was interrupted and has been completed now: the goldens are replaced and ${changelogPath} has its line`
}

function begin(root: string, journal: AcceptanceJournal): void {
  try {
    makeFolder(join(root, 'golden'))
    openJournal(root, journal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      explainingRefusals(join(root, journalPath), wayOut, () => {
        throw error
      })
    }
    throw new UserError(
      `Another assay golden accept is at work in this checkout (${journalPath}). Wait for it, then accept again`,
      exitCodes.couldNotRun,
    )
  }
}

function rollBack(root: string, journal: AcceptanceJournal): void {
  for (const { path } of journal.goldens) {
    const staged = join(root, stagedPath(path))
    // A folder of that name may be what kept the file from being staged.
    if (statSync(staged, { throwIfNoEntry: false })?.isFile()) rmSync(staged)
  }
  closeJournal(root)
}

/** A step may have been done already: by the process that was killed, or by another that completes it, too. */
function complete(root: string, journal: AcceptanceJournal): void {
  const left = journal.goldens.filter(({ path, after }) => digestOf(root, path) !== after)
  for (const { path, before, after } of left) {
    if (digestOf(root, path) === before && digestOf(root, stagedPath(path)) === after) continue
    throw new UserError(
      `An interrupted assay golden accept cannot be completed: ${path} was changed since. Restore it from git, or delete ${journalPath} and accept again`,
      exitCodes.couldNotRun,
    )
  }
  const later = 'The next assay golden or assay run completes the acceptance'
  explainingRefusals(`golden/ or ${changelogPath}`, later, () => {
    for (const { path } of left) renameSync(join(root, stagedPath(path)), join(root, path))
    recordInChangelog(root, journal)
    for (const { path } of journal.goldens) {
      rmSync(join(root, stagedPath(path)), { force: true })
      rmSync(join(root, pendingPath(path)), { force: true })
    }
    closeJournal(root)
  })
}

function recordInChangelog(root: string, { changelog }: AcceptanceJournal): void {
  const file = join(root, changelogPath)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : emptyChangelog
  const untouched = digestOf(root, changelogPath) === changelog.before
  if (!untouched && text.includes(changelog.line)) return
  const staged = join(root, stagedPath(changelogPath))
  writeSynced(staged, insertGoldenLine(text, changelog.line))
  renameSync(staged, file)
}
