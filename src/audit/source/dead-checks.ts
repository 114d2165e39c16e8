import { javascriptAssertion, pythonAssertion } from './dead-assertions.ts'
import type { Source } from './source.ts'
import type { Statement } from './statements.ts'

/** A check that does not check: skipped, emptied, or true whatever happens. */
export interface DeadCheck {
  readonly line: number
  readonly why: string
}

/** The tests and assertions of a source: how many there are, and which of them are dead. */
export function checksIn({ language, statements, code }: Source): {
  readonly checks: number
  readonly dead: readonly DeadCheck[]
} {
  const patterns = language === 'python' ? python : javascript
  const checks = statements.filter(({ code }) => patterns.check.test(code)).length
  const dead = statements.flatMap((one, i) => {
    const why =
      skipped(one, i, statements, patterns.skips) ??
      (language === 'python' ? pythonAssertion(one) : javascriptAssertion(one)) ??
      (language === 'python' ? emptiedPython(statements, i) : emptiedJavascript(one, code))
    return why === null ? [] : [{ line: one.line, why }]
  })
  return { checks, dead }
}

type Skips = readonly (readonly [RegExp, string])[]

const python: { check: RegExp; skips: Skips } = {
  check: /^(async\s+)?def test|^assert\b|\.assert\w+\(|^class Test/,
  skips: [
    [/^@(pytest\.)?mark\.skip\b|^@(unittest\.)?skip\b/, 'is skipped'],
    [/^@(pytest\.)?mark\.skipif\(\s*(True|1)\b|^@(unittest\.)?skipIf\(\s*(True|1)\b/, 'is skipped'],
    [/^@(unittest\.)?skipUnless\(\s*(False|0)\b/, 'is skipped'],
    [/^@(pytest\.)?mark\.xfail\b|^@(unittest\.)?expectedFailure\b/, 'is allowed to fail'],
    [
      /(?<![\w.])pytest\.(skip|xfail)\(|\bself\.skipTest\(|^raise (unittest\.)?SkipTest\b/,
      'is skipped',
    ],
  ],
}

const javascript: { check: RegExp; skips: Skips } = {
  check: /(?<![.\w$])(it|test|describe|expect|assert)\b\s*[.(]/,
  skips: [
    [/(?<![.\w$])(it|test|describe|suite)(\.\w+)*\.(skip|todo|fails)\b/, 'is skipped'],
    [/(?<![.\w$])(xit|xtest|xdescribe)\s*\(/, 'is skipped'],
    [/(?<![.\w$])(it|test|describe|suite)(\.\w+)*\.only\b/, 'skips all the others'],
    [/(?<![.\w$])(it|test|describe)\s*\(.*\bskip:\s*true\b/, 'is skipped'],
  ],
}

/** A skip under a condition has its reason there: no data, no such processor. */
function skipped(one: Statement, at: number, all: readonly Statement[], skips: Skips) {
  const found = skips.find(([pattern]) => pattern.test(one.code))
  if (!found) return null
  const outer = all.slice(Math.max(0, at - 200), at).findLast(({ indent }) => indent < one.indent)
  const isConditional =
    !one.code.startsWith('@') && /^(if|elif|else|except)\b/.test(outer?.code ?? '')
  return isConditional || /^if\b/.test(one.code) ? null : `a test ${found[1]}`
}

/** `def test_x(): pass`, or one that returns before it asks anything; a doctest asks in its text. */
function emptiedPython(statements: readonly Statement[], at: number): string | null {
  const { code, text, indent } = statements[at]
  const head = /^(?:async\s+)?def (test\w*)\b.*:\s*(.*)$/.exec(code)
  if (!head) return null
  const body = head[2] === '' ? bodyOf(statements, at, indent) : [{ code: head[2], text }]
  if (body.some((one) => one.text.includes('>>>'))) return null
  const does = body.map((one) => one.code).filter((one) => !/^["']+\s*["']+$/.test(one))
  const isEmpty =
    does.every((one) => /^(pass|\.\.\.)$/.test(one)) || /^return(\s+None)?$/.test(does[0])
  return isEmpty ? `the test ${head[1]} asks nothing` : null
}

function bodyOf(statements: readonly Statement[], at: number, indent: number) {
  const after = statements.slice(at + 1, at + 200)
  const end = after.findIndex((one) => one.indent <= indent)
  return end < 0 ? after : after.slice(0, end)
}

/** `it('…', () => {})` */
function emptiedJavascript({ code, end }: Statement, whole: string): string | null {
  if (!/^(it|test)\s*\(/.test(code)) return null
  return /^\{\s*\}/.test(whole.slice(end, end + 200)) ? 'a test asks nothing' : null
}
