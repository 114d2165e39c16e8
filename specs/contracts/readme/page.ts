import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Node } from 'hast'
import type { Document } from '../../../src/audit/facts/document/document.ts'
import { parseDocument } from '../../../src/audit/facts/document/parse.ts'
import { findBlocks } from '../../../src/docs/blocks.ts'
import { packageRoot } from '../../../src/package-root.ts'

/** A Markdown file of the project as a tree, its path relative to the checkout. */
export interface Page extends Document {
  /** Whether a node stands in a generated block. */
  isGenerated(node: Node): boolean
}

export function readPage(path: string): Page {
  return parsePage(path, readFileSync(join(packageRoot, path), 'utf8'))
}

export function parsePage(path: string, markdown: string): Page {
  const blocks = findBlocks(markdown, path)
  return {
    ...parseDocument(path, markdown),
    isGenerated: (node) => {
      const at = node.position?.start.offset ?? 0
      return blocks.some(({ start, end }) => at >= start && at < end)
    },
  }
}
