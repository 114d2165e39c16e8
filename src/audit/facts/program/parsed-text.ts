import type { parser as javascriptParser } from '@lezer/javascript'

export type Parser = typeof javascriptParser

/** A text with its tree, and from where on it was not read in full; null when it was. */
export interface ParsedText {
  readonly text: string
  readonly tree: ReturnType<Parser['parse']>
  readonly unreadFrom: number | null
}

/** No source that a person wrote has more of these. */
const longestText = 400_000
const longLines = /[^\n]{2001,}/g
const deepestBrackets = 200
/** Behind the first fault of grammar each sign may cost a thousand times what it costs elsewhere. */
const longestGuess = 40_000

/**
 * The tree of a text, whatever the text is, in a time that grows with its length alone: what is far
 * larger, longer or deeper than any program is left out, and of what is not the language the
 * beginning is read.
 */
export function parsedText(given: string, parser: Parser): ParsedText {
  const end = readableEnd(given)
  let unread = end < given.length ? end : Number.POSITIVE_INFINITY
  const text = given.slice(0, end).replace(longLines, (line, at: number) => {
    unread = Math.min(unread, at)
    return ' '.repeat(line.length)
  })
  try {
    const tree = parser.configure({ strict: true }).parse(text)
    return { text, tree, unreadFrom: Number.isFinite(unread) ? unread : null }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const fault = Number(/\d+$/.exec(error.message)?.[0] ?? 0)
    const part = text.slice(0, fault + longestGuess)
    return { text: part, tree: parser.parse(part), unreadFrom: Math.min(unread, fault) }
  }
}

/** Where brackets within brackets are deeper than in any program, or the text is too long. */
function readableEnd(text: string): number {
  let depth = 0
  for (const { 0: bracket, index } of text.slice(0, longestText).matchAll(/[([{}\])]/g)) {
    depth = '([{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepestBrackets) return index
  }
  return Math.min(text.length, longestText)
}
