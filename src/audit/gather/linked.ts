import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { longestPage } from '../facts/document/bounds.ts'
import type { Document } from '../facts/document/document.ts'
import { anchorsOf, linksOf, type WrittenLink } from '../facts/document/links.ts'
import { readDocument } from '../facts/document/parse.ts'

/** A link of the README, with why it does not lead where it should; null when it does. */
export interface FollowedLink extends WrittenLink {
  readonly fault: string | null
  /** Of a link into the folder: the file's path there. */
  readonly target: string | null
}

/**
 * Follows the links of a page that lies at `folder`; nothing outside of `bounds` is looked at, and
 * nothing on the network. What headings other pages have is read once, and kept in `known`.
 */
export function followLinks(
  page: Document,
  folder: string,
  bounds: string,
  known: KnownAnchors = new Map(),
): FollowedLink[] {
  const places = { folder: realpathSync(folder), bounds: realpathSync(bounds), known }
  const own = new Set(anchorsOf(page))
  return linksOf(page).map((link) => ({ ...link, ...follow(link.url, own, places) }))
}

/** The anchors of pages by their files; null for what is no page, and may be pointed into. */
export type KnownAnchors = Map<string, ReadonlySet<string> | null>

type Followed = Pick<FollowedLink, 'fault' | 'target'>

function follow(
  url: string,
  own: ReadonlySet<string>,
  {
    folder,
    bounds,
    known,
  }: { readonly folder: string; readonly bounds: string; readonly known: KnownAnchors },
): Followed {
  const broken = (fault: string): Followed => ({ fault, target: null })
  if (/^(https?:|mailto:)/i.test(url)) return { fault: null, target: null }
  if (url.startsWith('#'))
    return own.has(decoded(url.slice(1)))
      ? { fault: null, target: null }
      : broken(`finds no heading ${url}`)
  const [path, anchor] = url.split('#')
  const written = decoded(path.split('?')[0])
  // A link from the root is one from the root of the checkout, as on GitHub.
  const isFromRoot = isAbsolute(url) && existsSync(join(bounds, written))
  const isElsewhere = /^[a-z]:[\\/]|^[a-z][a-z0-9+.-]*:|^~/i.test(url)
  if (isElsewhere || (isAbsolute(url) && !isFromRoot))
    return broken("points into somebody's machine: neither relative nor https")
  const target = join(isFromRoot ? bounds : folder, written)
  if (leaves(bounds, target)) return broken('leaves the folder')
  const stats = lstatSync(target, { throwIfNoEntry: false })
  if (!stats) return broken('leads to nothing')
  if (stats.isSymbolicLink() && leavesAtEnd(bounds, target))
    return broken('leaves the folder by a link')
  if (anchor && stats.isFile() && !hasAnchor(target, decoded(anchor), known))
    return broken(`finds no heading #${anchor}`)
  const inside = relative(folder, target).split(sep).join('/')
  return { fault: null, target: inside.startsWith('..') ? null : inside }
}

function leaves(root: string, target: string): boolean {
  const inside = relative(root, target)
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
}

function leavesAtEnd(root: string, target: string): boolean {
  try {
    return leaves(root, realpathSync(target))
  } catch {
    return true
  }
}

/** A document's headings; a file of another kind (`train.py#L10`) may be pointed into as it likes. */
function hasAnchor(file: string, anchor: string, known: KnownAnchors): boolean {
  const anchors = known.has(file) ? known.get(file) : anchorsIn(file)
  known.set(file, anchors ?? null)
  return !anchors || anchors.has(anchor)
}

function anchorsIn(file: string): ReadonlySet<string> | null {
  if (!/\.(md|markdown)$/i.test(file) || statSync(file).size > longestPage) return null
  const reading = readDocument(dirname(file), readFileSync(file, 'utf8'))
  return reading.state === 'read' ? new Set(anchorsOf(reading.page)) : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
