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
 * nothing on the network.
 */
export function followLinks(page: Document, folder: string, bounds: string): FollowedLink[] {
  const roots = { folder: realpathSync(folder), bounds: realpathSync(bounds) }
  return linksOf(page).map((link) => ({ ...link, ...follow(link.url, page, roots) }))
}

type Followed = Pick<FollowedLink, 'fault' | 'target'>

function follow(
  url: string,
  page: Document,
  { folder, bounds }: { readonly folder: string; readonly bounds: string },
): Followed {
  const broken = (fault: string): Followed => ({ fault, target: null })
  if (/^(https?:|mailto:)/i.test(url)) return { fault: null, target: null }
  if (url.startsWith('#'))
    return anchorsOf(page).includes(decoded(url.slice(1)))
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
  if (anchor && stats.isFile() && !hasAnchor(target, anchor))
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
function hasAnchor(file: string, anchor: string): boolean {
  if (!/\.(md|markdown)$/i.test(file) || statSync(file).size > longestPage) return true
  const reading = readDocument(dirname(file), readFileSync(file, 'utf8'))
  return reading.state !== 'read' || anchorsOf(reading.page).includes(decoded(anchor))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
