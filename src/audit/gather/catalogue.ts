import { readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { longestPage } from '../facts/document/bounds.ts'
import type { Document } from '../facts/document/document.ts'
import { anchorsOf } from '../facts/document/links.ts'
import { readDocument } from '../facts/document/parse.ts'
import { checkoutOf } from './checkout.ts'
import { describe } from './folder.ts'
import type { FolderFile } from './folder-file.ts'
import { type FollowedLink, followLinks, type KnownAnchors } from './linked.ts'
import type { FoundCatalogue } from './stubs-in.ts'

/** Many stubs with pages above them, as they lie there. */
export interface Catalogue {
  /** The files at its root: pages, manifests, programs. */
  readonly files: readonly FolderFile[]
  /** The Markdown among them, with where each link leads. */
  readonly pages: readonly CataloguePage[]
  /** The folders of its stubs, from its root. */
  readonly stubs: readonly string[]
  /** Of a stub: its own folder among them; null for the catalogue itself. */
  readonly own: string | null
}

export interface CataloguePage {
  readonly page: Document
  readonly links: readonly FollowedLink[]
}

/** Reads what stands above the stubs; pages that cannot be read are left out. */
export function readCatalogue({ root, stubs }: FoundCatalogue): Catalogue {
  const bounds = checkoutOf(root)
  const real = realpathSync(root)
  const files = readdirSync(real)
    .sort()
    .map((name) => describe(real, name))
    .filter(({ kind }) => kind === 'file')
  const read = files.flatMap(({ path, text, bytes }): Document[] => {
    if (text === undefined || !/\.(md|markdown)$/i.test(path) || bytes > longestPage) return []
    const reading = readDocument(path, text)
    return reading.state === 'read' ? [reading.page] : []
  })
  const known: KnownAnchors = new Map(
    read.map((page) => [join(real, page.path), new Set(anchorsOf(page))]),
  )
  const pages = read.map((page) => ({ page, links: followLinks(page, root, bounds, known) }))
  return { files, pages, stubs, own: null }
}

/** How a stub names a file at the catalogue's root: `../../README.md`. */
export const fromStub = (stub: string, path: string): string =>
  join(...stub.split('/').map(() => '..'), path)
    .split('\\')
    .join('/')
