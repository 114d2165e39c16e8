import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { digestBytes } from '../../records/digest.ts'

/** A file that a run made or changed; what it printed has no path. */
export interface LeftFile {
  readonly path: string
  /** Null for what is no text that holds numbers. */
  readonly text: string | null
  readonly sha256: string
}

const mostFiles = 200
const mostTextBytes = 4 * 1024 * 1024
const mostBytes = 64 * 1024 * 1024

/** The files below a folder, each with its size and the time of its last change. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (found.size > 10 * mostFiles) return
      const path = join(at, entry.name)
      if (entry.isDirectory() && entry.name !== '__pycache__') walk(path)
      if (!entry.isFile()) continue
      const { size, mtimeNs } = lstatSync(path, { bigint: true })
      found.set(relative(folder, path), `${size} ${mtimeNs}`)
    }
  }
  walk(folder)
  return found
}

/** What lies in a folder now and did not before, or not so. */
export function leftFiles(folder: string, before: ReadonlyMap<string, string>): LeftFile[] {
  const changed = [...filesIn(folder)].filter(([path, state]) => before.get(path) !== state)
  return changed.slice(0, mostFiles).flatMap(([path]): LeftFile[] => {
    const file = join(folder, path)
    const { size } = lstatSync(file)
    if (size > mostBytes) return []
    const bytes = readFileSync(file)
    const isText = /\.(json|jsonl|csv|tsv|txt|log)$/i.test(path) && size <= mostTextBytes
    return [{ path, text: isText ? bytes.toString('utf8') : null, sha256: digestBytes(bytes) }]
  })
}
