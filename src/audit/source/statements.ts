import type { Language } from './language.ts'

/** One statement on one line, however many it was written on; a JavaScript block's head is one, too. */
export interface Statement {
  /** The line that it begins on, from 1. */
  readonly line: number
  /** Spaces before it; a tab counts as eight. */
  readonly indent: number
  /** Without comments and the insides of strings. */
  readonly code: string
  /** As it was written, in step with `code` character by character. */
  readonly text: string
  /** Where in `code` it goes on in the next line. */
  readonly breaks: readonly number[]
  /** Where it ends in the source's code; for a block's head, at the brace. */
  readonly end: number
}

/** A longer one is cut, at the end of a line where it has one, so that no rule is kept busy. */
const longest = 2000

/**
 * The statements of a source. Python ends one at the end of a line outside of brackets, JavaScript
 * there, at `;` and at the braces of blocks: a function that is handed over is not part of the call.
 */
export function statementsOf(text: string, code: string, language: Language): Statement[] {
  const found: Statement[] = []
  const brackets: string[] = []
  const isJavascript = language === 'javascript'
  let from = 0
  let line = 1
  let startLine = 1

  const end = (to: number) => {
    const part = code.slice(from, to)
    const lead = part.length - part.trimStart().length
    if (lead < part.length) {
      const before = part.slice(0, lead)
      const written = part.trim().slice(0, longest)
      const skipped = before.split('\n').length - 1
      found.push({
        line: startLine + skipped,
        indent: indentAt(code, from + lead),
        code: oneLine(written),
        breaks: [...written.matchAll(/\n/g)].map(({ index }) => index),
        text: oneLine(text.slice(from + lead, from + part.trimEnd().length).slice(0, longest)),
        end: to,
      })
    }
    from = to
  }

  const begin = (at: number) => {
    from = at
    startLine = line
  }

  for (let at = 0; at < code.length; at++) {
    const one = code[at]
    const isOpen = brackets.length > 0 && brackets[brackets.length - 1] !== 'block'
    if (one === '(' || one === '[' || one === '{') {
      const opensBlock = isJavascript && one === '{' && !isObject(code, at)
      brackets.push(opensBlock ? 'block' : one)
      if (!opensBlock) continue
      end(at)
      begin(at + 1)
    } else if (one === ')' || one === ']' || one === '}') {
      if (brackets.pop() !== 'block') continue
      end(at)
      begin(at + 1)
    } else if (one === '\n') {
      line++
      const goesOn = isOpen || code[at - 1] === '\\'
      if (goesOn && at - from < longest / 2) continue
      end(at)
      begin(at + 1)
    } else if (one === ';' && !isOpen) {
      end(at)
      begin(at + 1)
    }
  }
  end(code.length)
  return found
}

/** The line on which a place in a statement's code stands. */
export const lineWithin = ({ line, breaks }: Statement, at: number) =>
  line + breaks.filter((end) => end < at).length

const oneLine = (text: string) => text.replace(/\\\n/g, '  ').replace(/\n/g, ' ')

/** Braces of `${…}`, of objects, and of names that are imported or taken apart. */
function isObject(code: string, at: number): boolean {
  if (code[at - 1] === '$') return true
  const before = code.slice(Math.max(0, at - 80), at).trimEnd()
  if (before.endsWith('=>')) return false
  return /[=([,?:|&+]$|\b(return|default|import|export|type|const|let|var|yield|await)$/.test(
    before,
  )
}

function indentAt(code: string, at: number): number {
  const lineStart = code.lastIndexOf('\n', at - 1) + 1
  let indent = 0
  for (let i = lineStart; i < at; i++) indent += code[i] === '\t' ? 8 - (indent % 8) : 1
  return indent
}
