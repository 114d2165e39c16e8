import type { parser as javascriptParser } from '@lezer/javascript'

export type Parser = typeof javascriptParser

/** A text with its tree, and from where on it was not read in full; null when it was. */
export interface ParsedText {
  readonly text: string
  readonly tree: ReturnType<Parser['parse']>
  readonly unreadFrom: number | null
}

/** No line that a person wrote is longer; in one line a parser may look ahead again and again. */
const longLines = /[^\n]{2001,}/g
/** Behind a fault of grammar each sign may cost a thousand times what it costs elsewhere. */
const longestGuess = 20_000

/**
 * The tree of a text, whatever the text is, in a time that grows with its length alone: lines that
 * no person wrote are left out, and behind the first fault of grammar not much more is read.
 */
export function parsedText(given: string, parser: Parser): ParsedText {
  let long: number | null = null
  const text = given.replace(longLines, (line, at: number) => {
    long ??= at
    return ' '.repeat(line.length)
  })
  try {
    const tree = parser.configure({ strict: true }).parse(text)
    return { text, tree, unreadFrom: long }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const fault = Number(/\d+$/.exec(error.message)?.[0] ?? 0)
    const part = text.slice(0, fault + longestGuess)
    return { text: part, tree: parser.parse(part), unreadFrom: Math.min(long ?? fault, fault) }
  }
}
