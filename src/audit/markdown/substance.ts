import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { htmlPieces } from './html-text.ts'
import type { Section } from './page.ts'

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
export function saysNothing({ nodes }: Pick<Section, 'nodes'>): boolean {
  return nodes.every(isEmpty)
}

function isEmpty(node: RootContent): boolean {
  switch (node.type) {
    case 'heading':
    case 'thematicBreak':
    case 'definition':
      return true
    case 'html':
      return (
        !/<(img|video|svg|picture)\b/i.test(node.value) &&
        htmlPieces(node.value, 1).every(
          (piece) =>
            piece.kind === 'table' ||
            (piece.kind === 'text' ? [piece.text] : piece.cells).every(({ words }) =>
              isPlaceholder(words),
            ),
        )
      )
    case 'table':
      return node.children.slice(1).every((row) => row.children.every(isEmptyInline))
    case 'list':
      return node.children.every((item) => item.children.every(isEmpty))
    case 'blockquote':
      return node.children.every(isEmpty)
    case 'code':
      return isPlaceholder(node.value) && !/[\p{L}\p{N}]/u.test(node.value)
    default:
      return isEmptyInline(node)
  }
}

/** An image says something, a placeholder nothing. */
function isEmptyInline(node: RootContent): boolean {
  return !holdsImage(node) && isPlaceholder(textOf(node, { includeImageAlt: false }))
}

function holdsImage(node: RootContent): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true
  if (node.type === 'html') return /<(img|video|svg|picture)\b/i.test(node.value)
  return 'children' in node && (node.children as RootContent[]).some(holdsImage)
}
