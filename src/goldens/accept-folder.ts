import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomic } from '../records/atomic-file.ts'
import { isAlive } from './living-process.ts'

const prefix = 'accept-'
const ownerFile = 'owner.json'

interface Owner {
  readonly pid: number
  readonly papers: readonly string[]
}

/** Makes the folder for the records of an acceptance's two processes, and notes which process owns it. */
export function makeAcceptFolder(out: string, papers: readonly string[]): string {
  const folder = mkdtempSync(join(out, prefix))
  const owner: Owner = { pid: process.pid, papers }
  writeAtomic(join(folder, ownerFile), JSON.stringify(owner), 'Choose another folder with --out')
  return folder
}

/** Keeps a folder for a person to look at: it has no owner any more, so no sweep removes it. */
export function keepAcceptFolder(folder: string): void {
  rmSync(join(folder, ownerFile), { force: true })
}

/**
 * Removes what acceptances left behind that died before they replaced anything, and says so in one
 * sentence; null when there is nothing of the kind.
 */
export function sweepAcceptFolders(out: string): string | null {
  if (!existsSync(out)) return null
  const abandoned = readdirSync(out)
    .filter((name) => name.startsWith(prefix) && existsSync(join(out, name, ownerFile)))
    .map((name) => ({ folder: join(out, name), owner: ownerOf(join(out, name, ownerFile)) }))
    .filter(({ owner }) => !isAlive(owner.pid))
  for (const { folder } of abandoned) rmSync(folder, { recursive: true, force: true })
  if (abandoned.length === 0) return null
  const papers = abandoned.flatMap(({ owner }) => owner.papers).join(', ')
  return `An acceptance of ${papers} was killed before it replaced anything: the goldens and CHANGELOG.md are as they were, and what it left in ${out} has been removed`
}

const ownerOf = (file: string): Owner => JSON.parse(readFileSync(file, 'utf8'))
