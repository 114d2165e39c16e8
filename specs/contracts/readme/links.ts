import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Heading, ListItem } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { packageRoot } from '../../../src/package-root.ts'
import { lineOf, type Page, readPage } from './page.ts'
import { sectionNamed } from './sections.ts'

interface Link {
  readonly url: string
  readonly line: number
}

/** Links and images that lead nowhere, or out of the checkout. */
export function deadLinks(page: Page): string[] {
  return linksOf(page).flatMap(({ url, line }) => {
    const fault = faultOf(page, url)
    return fault ? [`${page.path}:${line}: the link ${url} ${fault}`] : []
  })
}

/** Files of a paper's folder that Files does not name, and names without a file. */
export function fileFaults(page: Page): string[] {
  const section = sectionNamed(page, 'Files')
  if (!section) return []
  const named: string[] = []
  const faults: string[] = []
  for (const list of section.nodes) {
    visit(list, 'listItem', (item: ListItem) => {
      const links = linksOf({ ...page, root: { type: 'root', children: [item] } })
      if (links.length === 0) faults.push(`${page.path}:${lineOf(item)}: names no file by a link`)
      named.push(...links.map(({ url }) => url))
    })
  }
  const folder = join(packageRoot, dirname(page.path))
  const present = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  const unnamed = present.filter((file) => !named.includes(file))
  return [
    ...faults,
    ...unnamed.map((file) => `${page.path}:${section.line}: Files does not name ${file}`),
  ]
}

function linksOf({ root }: Pick<Page, 'root'>): Link[] {
  const links: Link[] = []
  visit(root, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ url: node.url, line: lineOf(node) })
    }
  })
  return links
}

function faultOf(page: Page, url: string): string | null {
  if (url.startsWith('https://')) return null
  if (/^[a-z]+:/i.test(url) || url.startsWith('/')) return 'is neither relative nor https'
  const [path, anchor] = url.split('#')
  const target = path === '' ? page.path : join(dirname(page.path), path)
  if (relative('.', target).startsWith('..')) return 'leaves the checkout'
  const file = join(packageRoot, target)
  if (!existsSync(file)) return 'leads to nothing'
  if (anchor === undefined) return null
  if (!statSync(file).isFile() || !target.endsWith('.md')) return 'has an anchor into no document'
  return anchorsOf(readPage(target)).includes(anchor) ? null : `finds no heading #${anchor}`
}

/** As GitHub makes them of headings that each come once: letters, digits, hyphens. */
function anchorsOf({ root }: Page): string[] {
  const anchors: string[] = []
  visit(root, 'heading', (heading: Heading) => {
    const kept = textOf(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
    anchors.push(kept.replaceAll(' ', '-'))
  })
  return anchors
}
