import GithubSlugger from 'github-slugger'
import type { Heading, Html } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { lineOf, type Page } from './page.ts'

/** A link or an image as it is written, in Markdown or in html. */
export interface WrittenLink {
  readonly url: string
  readonly line: number
  readonly isImage: boolean
  /** What stands for an image that is not seen; empty for none, undefined for a link. */
  readonly alt?: string
}

const attribute = (name: string) =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')

/** Every link and image, reference definitions and html included, in the order of the text. */
export function linksOf({ root }: Pick<Page, 'root'>): WrittenLink[] {
  const links: WrittenLink[] = []
  visit(root, (node) => {
    const line = lineOf(node)
    if (node.type === 'link' || node.type === 'definition')
      links.push({ url: node.url, line, isImage: false })
    if (node.type === 'image')
      links.push({ url: node.url, line, isImage: true, alt: node.alt ?? '' })
    if (node.type === 'html') links.push(...inHtml(node, line))
  })
  return links
}

function inHtml({ value }: Html, line: number): WrittenLink[] {
  return [...value.matchAll(/<(a|img|source|video)\b([^<>]*)>/gi)].flatMap(
    ([, tag, rest], i, all) => {
      const isImage = tag.toLowerCase() !== 'a'
      const found = attribute(isImage ? 'src' : 'href').exec(rest)
      const url = found?.[1] ?? found?.[2] ?? found?.[3]
      if (url === undefined) return []
      const before = value.slice(0, all[i].index)
      const at = line + (before.match(/\n/g)?.length ?? 0)
      const alt = attribute('alt').exec(rest)
      return [{ url, line: at, isImage, ...(isImage && { alt: alt?.[1] ?? alt?.[2] ?? '' }) }]
    },
  )
}

/** The anchors of a page's headings, as GitHub makes them, and those that html sets. */
export function anchorsOf({ root }: Pick<Page, 'root'>): string[] {
  const slugger = new GithubSlugger()
  const anchors: string[] = []
  visit(root, (node) => {
    if (node.type === 'heading') anchors.push(slugger.slug(textOf(node as Heading)))
    if (node.type === 'html')
      for (const [, , double, single] of node.value.matchAll(
        /\b(id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi,
      ))
        anchors.push(double ?? single)
  })
  return anchors
}
