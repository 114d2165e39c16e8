import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Node, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { findBlocks } from '../../../src/docs/blocks.ts'
import { packageRoot } from '../../../src/package-root.ts'

/** A Markdown file of the project as a tree. */
export interface Page {
  /** Relative to the checkout. */
  readonly path: string
  readonly root: Root
  /** Whether a node stands in a generated block. */
  isGenerated(node: Node): boolean
}

export interface Section {
  readonly title: string
  readonly line: number
  readonly nodes: readonly RootContent[]
}

export function readPage(path: string): Page {
  return parsePage(path, readFileSync(join(packageRoot, path), 'utf8'))
}

export function parsePage(path: string, markdown: string): Page {
  const root = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const blocks = findBlocks(markdown, path)
  return {
    path,
    root,
    isGenerated: (node) => {
      const at = node.position?.start.offset ?? 0
      return blocks.some(({ start, end }) => at >= start && at < end)
    },
  }
}

/** The first heading with what stands before the next, then the sections of the second level. */
export function sectionsOf({ root }: Page): Section[] {
  const sections: { title: string; line: number; nodes: RootContent[] }[] = []
  for (const node of root.children) {
    const opens = node.type === 'heading' && (node.depth <= 2 || sections.length === 0)
    if (opens) sections.push({ title: textOf(node), line: lineOf(node), nodes: [] })
    else sections.at(-1)?.nodes.push(node)
  }
  return sections
}

export function lineOf(node: Node): number {
  return node.position?.start.line ?? 0
}
