import type { Block } from './document.ts'
import type { Section } from './sections.ts'
import type { Text } from './text.ts'

const promise =
  /^[^\p{L}\p{N}]*(?:to-?do|tbd|tba|fixme|xxx|wip|placeholder|lorem ipsum|coming soon|work in progress|fill (?:me|this) in|to be (?:done|written|added|filled in|determined|announced|completed))(?![\p{L}])(.*)$/isu
const longestPromise = 200

/** Whether a text is empty, punctuation alone, or a promise to write one. "TODO: try Adam" is a plan. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim()
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return true
  if (trimmed.length > longestPromise) return /^lorem ipsum/i.test(trimmed)
  const rest = promise.exec(trimmed)?.[1]
  if (rest === undefined) return false
  const words: string[] = rest.match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    words.length < 2 ||
    /^(write|add|fill|describe|document|complete|insert|explain|this|me)$/i.test(words[0])
  )
}

/** Whether a section has a heading and nothing that a reader could use. */
export const saysNothing = ({ blocks }: Pick<Section, 'blocks'>): boolean => blocks.every(isEmpty)

function isEmpty(block: Block): boolean {
  switch (block.type) {
    case 'heading':
      return true
    case 'paragraph':
      return isEmptyText(block.text)
    case 'table':
      return block.rows.every(({ cells }) => cells.every(({ flat }) => isEmptyText(flat)))
    case 'list':
      return block.items.every(({ blocks }) => blocks.every(isEmpty))
    case 'quote':
      return block.blocks.every(isEmpty)
    case 'code':
      return !/[\p{L}\p{N}]/u.test(block.value)
  }
}

/** An image says something, a placeholder nothing. */
const isEmptyText = (text: Text) =>
  text.spans.every(({ kind }) => kind !== 'image') && isPlaceholder(text.words)
