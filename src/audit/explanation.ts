import type { Document } from './facts/document/document.ts'
import { partsOf } from './facts/document/sections.ts'

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])

/**
 * Whether a page gives a reason, in these or in other words: some paragraph, item or row has more
 * than half of the words of it that carry meaning.
 */
export function isExplained({ blocks }: Pick<Document, 'blocks'>, because: string): boolean {
  const wanted = [...wordsOf(because)]
  const holds = (text: string) => {
    const words = wordsOf(text)
    return wanted.length > 0 && 2 * wanted.filter((word) => words.has(word)).length > wanted.length
  }
  return partsOf(blocks).some(({ text }) => holds(text))
}
