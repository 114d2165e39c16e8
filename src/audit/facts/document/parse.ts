import type { Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { Root as Markdown } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { blocksIn } from './blocks.ts'
import { tooMuchHtml, tooMuchText } from './bounds.ts'
import type { Document } from './document.ts'

/** Markdown, as a tree of the html that GitHub shows: tables, fences, setext headings, html within. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(() => (tree: Markdown, file) => {
    const fault = tooMuchHtml(tree)
    if (fault !== null) throw new TooMuch(fault)
    // The file tells the parser of html on which line a tag stands.
    return raw(toHast(tree, { allowDangerousHtml: true }), { file }) as Root
  })

class TooMuch extends Error {}

/** A page that was read, or in a few words why it cannot be. */
export type Reading =
  | { readonly state: 'read'; readonly page: Document }
  | { readonly state: 'unreadable'; readonly path: string; readonly why: string }

/** Reads Markdown as GitHub does. What would take the square of its length to read is refused first. */
export function readDocument(path: string, text: string): Reading {
  const plain = text.replace(/^\ufeff/, '')
  const fault = tooMuchText(plain)
  if (fault !== null) return { state: 'unreadable', path, why: fault }
  try {
    const tree = processor.runSync(processor.parse(plain), plain) as unknown as Root
    return { state: 'read', page: { path, text: plain, tree, blocks: blocksIn(tree, plain) } }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    return { state: 'unreadable', path, why: error.message }
  }
}

/** The same for a text that is known to be one. Throws RangeError when it is not. */
export function parseDocument(path: string, text: string): Document {
  const reading = readDocument(path, text)
  if (reading.state === 'read') return reading.page
  throw new RangeError(`${path} ${reading.why}`)
}
