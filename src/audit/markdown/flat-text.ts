import type { Nodes } from 'mdast'
import { lineOf } from './page.ts'

/** Words on one line each paragraph, with the line of the file that each of them comes from. */
export interface FlatText {
  /** What a reader sees, without markup. */
  readonly words: string
  /** The same, letter for letter, with what is no prose (code, crossed out, links) covered up. */
  readonly prose: string
  readonly lines: readonly { readonly at: number; readonly line: number }[]
}

/** Ends a sentence where the layout does: a line break in a cell, the end of a block. */
export const breakMark = '\u2029'
/** Stands for each letter that is no prose. */
export const coverMark = '\u00b7'

export interface TextWriter {
  add(text: string, line: number, covered?: boolean): void
  done(): FlatText
}

export function textWriter(): TextWriter {
  const words: string[] = []
  const prose: string[] = []
  const lines: { at: number; line: number }[] = []
  let at = 0
  return {
    add(text, line, covered = false) {
      for (const [i, part] of text.split('\n').entries()) {
        lines.push({ at, line: line + i })
        const shown = i === 0 ? part : ` ${part}`
        words.push(shown)
        prose.push(covered ? shown.replace(/\S/g, coverMark) : shown)
        at += shown.length
      }
    },
    done: () => ({ words: words.join(''), prose: prose.join(''), lines }),
  }
}

export function lineAt({ lines }: Pick<FlatText, 'lines'>, at: number): number {
  let found = lines[0]?.line ?? 1
  let [low, high] = [0, lines.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (lines[middle].at <= at) {
      found = lines[middle].line
      low = middle + 1
    } else high = middle - 1
  }
  return found
}

/** The text of a paragraph, a cell or a heading. A link whose text is a number is read as one. */
export function flatText(node: Nodes): FlatText {
  const writer = textWriter()
  write(node, writer, false)
  return writer.done()
}

function write(node: Nodes, writer: TextWriter, covered: boolean): void {
  const line = lineOf(node)
  if (node.type === 'text') writer.add(node.value, line, covered)
  else if (node.type === 'inlineCode') writer.add(node.value, line, true)
  else if (node.type === 'break') writer.add(breakMark, line)
  else if (node.type === 'html') {
    if (/^<br\b/i.test(node.value)) writer.add(breakMark, line)
  } else if ('children' in node) {
    const hides = node.type === 'delete' || (node.type === 'link' && !isNumber(node))
    for (const child of node.children) write(child, writer, covered || hides)
  }
}

function isNumber(link: Nodes): boolean {
  const writer = textWriter()
  if ('children' in link) for (const child of link.children) write(child, writer, false)
  return /^\s*[-+\u2212]?\d*\.?\d+\s*%?\s*$/.test(writer.done().prose)
}
