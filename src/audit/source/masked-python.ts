import { blank } from './masked.ts'

const single = /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/y

/**
 * Python with comments and the insides of strings blanked, f-strings included: as long as it was,
 * line by line. One pass.
 */
export function maskedPython(text: string): string {
  const out: string[] = []
  let from = 0
  let at = 0
  const take = (end: number, edge: number) => {
    out.push(text.slice(from, at), text.slice(at, at + edge))
    out.push(blank(text.slice(at + edge, end - edge)), text.slice(end - edge, end))
    from = end
    at = end
  }
  while (at < text.length) {
    const one = text[at]
    if (one === '#') take(lineEnd(text, at), 0)
    else if (one !== '"' && one !== "'") at++
    else if (text.startsWith(one.repeat(3), at)) {
      const end = endOfTriple(text, one.repeat(3), at + 3)
      take(end, end - at >= 6 ? 3 : 0)
    } else {
      single.lastIndex = at
      const end = single.test(text) ? single.lastIndex : at + 1
      take(end, end - at >= 2 ? 1 : 0)
    }
  }
  out.push(text.slice(from))
  return out.join('')
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found < 0 ? text.length : found
}

function endOfTriple(text: string, quotes: string, from: number): number {
  let at = from
  while (at < text.length && !text.startsWith(quotes, at)) at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 3, text.length)
}
