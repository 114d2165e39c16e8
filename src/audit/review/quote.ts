/** Where quoted words stand in a text: its lines, the first and the last, from 1. */
export interface Stretch {
  readonly line: number
  readonly end: number
}

/** A quote that goes on over more lines than these is no quote. */
const mostLines = 40

/** What a line of a comment or of a quote begins with. */
const lead = /^\s*(?:#+|\/\/+|\/\*+|\*+|>+|--+)?\s*/

const exact = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Without marks of layout: emphasis, code, cells; signs that a keyboard has otherwise are one. */
const plain = (text: string) =>
  exact(
    text
      .normalize('NFKC')
      .replace(/[‐‑‒–—−]/g, '-')
      .replace(/[‘’]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/[*_`~|\\]/g, ' '),
  )

/** Each way in which a text is read, with what is taken off where a line begins. */
const readings = [
  { read: exact, line: (text: string) => text },
  { read: plain, line: (text: string) => text },
  { read: plain, line: (text: string) => text.replace(lead, '') },
] as const

/**
 * Where words stand that begin on a line and may go on in the lines after it; null where they do not.
 * Blanks and marks of layout do not count, letters and digits do.
 */
export function quoteAt(text: string, line: number, words: string): Stretch | null {
  const lines = text.split(/\r\n?|\n/).slice(line - 1, line - 1 + mostLines)
  if (lines.length === 0) return null
  for (const { read, line: taken } of readings) {
    const wanted = read(taken(words))
    if (!/[\p{L}\p{N}]/u.test(wanted)) continue
    const parts = lines.map(taken)
    const first = read(parts[0])
    const all = read(parts.join('\n'))
    const at = beginsAt(all, wanted)
    // Words that begin behind the first line belong to another one.
    if (at === null || at >= first.length) continue
    return { line, end: endOf(parts, at + wanted.length, read) + line }
  }
  return null
}

const isPart = (letter = '') => /[\p{L}\p{N}]/u.test(letter)

/** Words stand as words: "is 0.9" is not in "is 0.97". */
function beginsAt(text: string, wanted: string): number | null {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    const cutsBefore = isPart(text[at - 1]) && isPart(wanted[0])
    const cutsBehind = isPart(text[end]) && isPart(wanted.at(-1))
    const cutsNumber =
      (/\d/.test(wanted.at(-1) ?? '') && /^[.,]\d/.test(text.slice(end, end + 2))) ||
      (/\d/.test(wanted[0]) && /\d[.,]$/.test(text.slice(Math.max(0, at - 2), at)))
    if (!cutsBefore && !cutsBehind && !cutsNumber) return at
  }
  return null
}

/** How many lines behind the first one a letter of the joined text stands. */
function endOf(lines: readonly string[], letter: number, read: (text: string) => string): number {
  let i = 0
  while (i < lines.length - 1 && read(lines.slice(0, i + 1).join('\n')).length < letter) i++
  return i
}
