import type { Statement } from './statements.ts'

const constant = `(?:True|true|1|not False|!false|["'][^"']*["'])`
const value = String.raw`[\w.]+(?:\[[^\]]*\])?`

/** Why a Python assertion is dead; null when it lives, or there is none. */
export function pythonAssertion({ code }: Statement): string | null {
  const asked = /^assert\b\s*(.*)$/.exec(code)?.[1]
  if (asked !== undefined) {
    const isGroup = asked.startsWith('(') && asked.endsWith(')') && isOneGroup(asked)
    if (isGroup && hasTopComma(asked.slice(1, -1))) return 'asserts a tuple, which is always true'
    return alwaysTrue(beforeMessage(asked))
  }
  const call = /\.assert(True|Equal|Equals|Is)\(\s*(.*)\)$/.exec(code)
  if (!call) return null
  return call[1] === 'True'
    ? alwaysTrue(beforeMessage(call[2]))
    : sameTwice(/^(\S+)\s*,\s*([^\s,]+)/.exec(call[2]))
}

/** Why an assertion of vitest, jest, mocha or node:assert is dead; null when it lives, or there is none. */
export function javascriptAssertion({ code }: Statement): string | null {
  const expected =
    /(?<![.\w$])expect\(\s*([^()\s]+)\s*\)\.(?:toBe|toEqual|toStrictEqual)\(\s*([^()\s]+)\s*\)/.exec(
      code,
    )
  if (expected) return sameTwice(expected)
  if (/(?<![.\w$])expect\(\s*true\s*\)\.toBeTruthy\(/.test(code)) return cannotFail('true')
  const asked = /(?<![.\w$])assert(?:\.ok)?\(\s*(.*)\)$/.exec(code)?.[1]
  if (asked !== undefined) return alwaysTrue(beforeMessage(asked))
  const pair =
    /(?<![.\w$])assert\.(?:strictEqual|equal|deepEqual|deepStrictEqual)\(\s*(\S+)\s*,\s*([^\s,)]+)/
  return sameTwice(pair.exec(code))
}

const cannotFail = (what: string) => `asserts ${what}, which cannot fail`

/** What an assertion asks, as far as it is a constant, compares a thing with itself, or ends in `or True`. */
function alwaysTrue(asked: string): string | null {
  const plain = asked.trim()
  if (new RegExp(`^${constant}$`).test(plain)) return cannotFail(plain)
  if (new RegExp(`(\\bor|\\|\\|)\\s+${constant}$`).test(plain)) return cannotFail(plain)
  if (/^len\([^()]*\)\s*>=\s*0$|^[\w.]+\.length\s*>=\s*0$/.test(plain)) return cannotFail(plain)
  return sameTwice(new RegExp(`^(${value})\\s*(?:===?|<=|>=|is)\\s*(${value})$`).exec(plain))
}

function sameTwice(found: RegExpExecArray | null): string | null {
  if (!found || found[1] !== found[2]) return null
  // The inside of a string is not known here.
  return /["'`]/.test(found[1]) ? null : `compares ${found[1]} with itself, which cannot fail`
}

function hasTopComma(text: string): boolean {
  let depth = 0
  for (const one of text) {
    if ('([{'.includes(one)) depth++
    if (')]}'.includes(one)) depth--
    if (one === ',' && depth === 0) return true
  }
  return false
}

/** `(a, b)`, and not `(a) == (b)`. */
function isOneGroup(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')' && --depth === 0) return false
  }
  return true
}

function beforeMessage(asked: string): string {
  let depth = 0
  for (let i = 0; i < asked.length; i++) {
    if ('([{'.includes(asked[i])) depth++
    if (')]}'.includes(asked[i])) depth--
    if (asked[i] === ',' && depth === 0) return asked.slice(0, i)
  }
  return asked
}
