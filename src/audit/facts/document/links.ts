import GithubSlugger from 'github-slugger'
import type { Element, Nodes } from 'hast'
import { visit } from 'unist-util-visit'
import type { Document } from './document.ts'

/** A link or an image as it is written, in Markdown or in html. */
export interface WrittenLink {
  readonly url: string
  readonly line: number
  readonly isImage: boolean
  /** What stands for an image that is not seen; empty for none, undefined for a link. */
  readonly alt?: string
}

/** Every link and image that a reader of the page has, in the order of the text. */
export function linksOf({ tree }: Pick<Document, 'tree'>): WrittenLink[] {
  const links: WrittenLink[] = []
  visit(tree, 'element', (node) => {
    const { tagName, properties } = node
    const isImage = /^(img|source|video)$/.test(tagName)
    const url = isImage ? properties.src : tagName === 'a' ? properties.href : undefined
    const isNote = 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties
    if (typeof url !== 'string' || isNote) return
    const line = node.position?.start.line ?? 1
    links.push({
      url: decoded(url),
      line,
      isImage,
      ...(isImage && { alt: String(properties.alt ?? '') }),
    })
  })
  return links
}

/** As it was written: a reader of Markdown encodes what is no letter of an address. */
function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

/** The anchors of a page's headings, as GitHub makes them, and those that html sets. */
export function anchorsOf({ tree }: Pick<Document, 'tree'>): string[] {
  const slugger = new GithubSlugger()
  const anchors: string[] = []
  visit(tree, 'element', (node) => {
    const { id, name } = node.properties
    if (/^h[1-6]$/.test(node.tagName)) anchors.push(slugger.slug(shownIn(node)))
    for (const anchor of [id, name]) if (typeof anchor === 'string') anchors.push(anchor)
  })
  return anchors
}

function shownIn(node: Element): string {
  const words: string[] = []
  visit(node as Nodes, 'text', ({ value }) => {
    words.push(value)
  })
  return words.join('')
}
