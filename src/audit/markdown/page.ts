import type { Node, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A Markdown file as a tree. */
export interface Page {
  /** As findings name it. */
  readonly path: string
  readonly text: string
  readonly root: Root
}

/** A heading with what stands under it. */
export interface Section {
  readonly title: string
  readonly line: number
  readonly nodes: readonly RootContent[]
}

/** Reads Markdown as GitHub does: tables, fences, setext headings, html. */
export function parsePage(path: string, text: string): Page {
  return { path, text, root: unified().use(remarkParse).use(remarkGfm).parse(text) }
}

/** The first heading with what stands before the next, then the sections of the second level. */
export function sectionsOf({ root }: Pick<Page, 'root'>): Section[] {
  const sections: { title: string; line: number; nodes: RootContent[] }[] = []
  for (const node of root.children) {
    const opens = node.type === 'heading' && (node.depth <= 2 || sections.length === 0)
    const htmlTitle = node.type === 'html' && sections.length === 0 && titleIn(node.value)
    if (opens) sections.push({ title: textOf(node), line: lineOf(node), nodes: [] })
    else if (htmlTitle) sections.push({ title: htmlTitle, line: lineOf(node), nodes: [node] })
    else sections.at(-1)?.nodes.push(node)
  }
  return sections
}

/** The text of the first `<h1>`, which many set in html to centre it; null for none. */
function titleIn(html: string): string | null {
  const open = /<h1\b[^<>]*>/i.exec(html)
  if (!open) return null
  const rest = html.slice(open.index + open[0].length)
  const end = rest.search(/<\/h1/i)
  const title = (end < 0 ? rest : rest.slice(0, end)).replace(/<[^<>]*>/g, '').trim()
  return title === '' ? null : title
}

/** The line on which a node begins, from 1. */
export function lineOf(node: Node): number {
  return node.position?.start.line ?? 1
}

/** What a section says to a reader: its words, without html. */
export function wordsOf({ nodes }: Pick<Section, 'nodes'>): string {
  return nodes
    .filter(({ type }) => type !== 'html')
    .map((node) => textOf(node))
    .join('\n')
    .trim()
}
