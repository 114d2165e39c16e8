import { blank } from './masked.ts'

const quoted = /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/y
/** The bound keeps a line of slashes from being read again and again. */
const regularExpression = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,100}\]){1,300}\/[a-z]*/y
const word = /[\p{L}\p{N}_$]+/uy

/**
 * JavaScript or TypeScript with comments, the insides of strings and of regular expressions, and the
 * text of templates blanked: as long as it was, line by line. One pass.
 */
export function maskedJavascript(text: string): string {
  const out: string[] = []
  /** For each template that is open, how many braces are open within its `${`. */
  const open: number[] = []
  let before = ''
  let at = 0

  const take = (end: number, kept: 'kept' | 'blanked' | 'quoted') => {
    const part = text.slice(at, end)
    if (kept === 'kept') out.push(part)
    else if (kept === 'blanked' || part.length < 2) out.push(blank(part))
    else out.push(part[0], blank(part.slice(1, -1)), part[part.length - 1])
    at = end
  }
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.test(text) ? pattern.lastIndex : -1
  }
  /** From within a template to where it ends or a `${` begins. */
  const template = () => {
    let end = at
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end))
      end += text[end] === '\\' ? 2 : 1
    take(Math.min(end, text.length), 'blanked')
    if (text[at] === '`') {
      take(at + 1, 'kept')
      before = '`'
    } else if (at < text.length) {
      take(at + 2, 'kept')
      open.push(0)
      before = '{'
    }
  }

  while (at < text.length) {
    const one = text[at]
    if (text.startsWith('//', at)) take(endOf(text, '\n', at), 'blanked')
    else if (text.startsWith('/*', at)) take(endAfter(text, '*/', at + 2), 'blanked')
    else if (one === '"' || one === "'") {
      take(match(quoted), 'quoted')
      before = '"'
    } else if (one === '`') {
      take(at + 1, 'kept')
      template()
    } else if (one === '}' && open[open.length - 1] === 0) {
      open.pop()
      take(at + 1, 'kept')
      template()
    } else if (one === '/' && beginsExpression(before) && match(regularExpression) > 0) {
      take(match(regularExpression), 'quoted')
      before = '"'
    } else {
      const end = match(word)
      if (open.length > 0 && one === '{') open[open.length - 1]++
      if (open.length > 0 && one === '}') open[open.length - 1]--
      const next = end > 0 ? end : at + 1
      if (one.trim() !== '') before = text.slice(at, next)
      take(next, 'kept')
    }
  }
  return out.join('')
}

const endOf = (text: string, what: string, from: number) => {
  const found = text.indexOf(what, from)
  return found < 0 ? text.length : found
}

const endAfter = (text: string, what: string, from: number) =>
  Math.min(endOf(text, what, from) + what.length, text.length)

/** After these a slash does not divide. */
const beginsExpression = (before: string) =>
  before === '' ||
  /^[([{};,<>=+\-*%&|^!~?:]$/.test(before) ||
  /^(return|typeof|case|in|of|delete|void|throw|new|else|do|yield|await)$/.test(before)
