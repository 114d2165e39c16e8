import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Page } from './markdown/page.ts'

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])

/**
 * Whether a page gives a reason, in these or in other words: some paragraph, item or row has more
 * than half of the words of it that carry meaning.
 */
export function isExplained({ root }: Pick<Page, 'root'>, because: string): boolean {
  const wanted = [...wordsOf(because)]
  const holds = (text: string) => {
    const words = wordsOf(text)
    return wanted.length > 0 && 2 * wanted.filter((word) => words.has(word)).length > wanted.length
  }
  return blocksOf(root).some(holds)
}

/** What is read in one go: paragraphs, headings, table rows and html. */
function blocksOf(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow')
    return [textOf(node)]
  if (node.type === 'html') return [node.value]
  return 'children' in node ? node.children.flatMap(blocksOf) : []
}
