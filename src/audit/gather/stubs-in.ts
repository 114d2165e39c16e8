import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { sourceName } from '../text/source-name.ts'
import { madeFolders } from './folder.ts'

/** How far below a catalogue its stubs lie. */
const deepest = 3
/** Folders that are looked into: a checkout with more is no catalogue that anybody reads. */
const mostFolders = 2000

/**
 * The folders below a folder that hold a README and a source: stubs, as paths from it, sorted. What
 * lies in a stub is part of it. What cannot be listed holds none.
 */
export function stubsIn(root: string): string[] {
  const found: string[] = []
  const waiting = [{ path: '', depth: 0 }]
  for (let i = 0; i < waiting.length && i < mostFolders; i++) {
    const { path, depth } = waiting[i]
    const entries = entriesOf(join(root, path))
    if (depth > 0 && isStub(entries)) {
      found.push(path)
      continue
    }
    if (depth === deepest) continue
    for (const entry of entries)
      if (entry.isDirectory() && !entry.name.startsWith('.') && !madeFolders.includes(entry.name))
        waiting.push({ path: path === '' ? entry.name : `${path}/${entry.name}`, depth: depth + 1 })
  }
  return found.sort()
}

/**
 * The stubs of a catalogue; null for a folder that is none: it has at least two of them, and fewer
 * sources of its own than these.
 */
export function stubsOfCatalogue(root: string): string[] | null {
  const sources = entriesOf(root).filter((entry) => entry.isFile() && sourceName.test(entry.name))
  const stubs = stubsIn(root)
  return stubs.length >= 2 && sources.length < stubs.length ? stubs : null
}

/** A catalogue and the stubs in it. */
export interface FoundCatalogue {
  readonly root: string
  readonly stubs: readonly string[]
}

/** The catalogue that a stub lies in: the nearest folder above, within its checkout, that is one. */
export function catalogueAround(folder: string, checkout: string): FoundCatalogue | null {
  const top = checkout === folder ? dirname(resolve(folder)) : resolve(checkout)
  for (let at = dirname(resolve(folder)); ; at = dirname(at)) {
    const stubs = existsSync(join(at, 'README.md')) ? stubsOfCatalogue(at) : null
    if (stubs?.some((stub) => join(at, stub) === resolve(folder))) return { root: at, stubs }
    if (at === top || at === dirname(at)) return null
  }
}

const isStub = (entries: readonly Dirent[]) =>
  entries.some((entry) => entry.isFile() && /^readme(\.md|\.markdown)?$/i.test(entry.name)) &&
  entries.some((entry) => entry.isFile() && sourceName.test(entry.name))

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
