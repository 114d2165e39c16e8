import type { Source } from './source.ts'
import type { Statement } from './statements.ts'

/** A library's own check. */
const library =
  /\bgradcheck\s*\(|\bcheck_grad(s|ients?)?\s*\(|\bapprox_fprime\s*\(|\bapprox_derivative\s*\(|\bnumerical_jacobian\w*\s*\(/
const named =
  /^(?:async\s+)?(?:def|function)\s+(\w*(?:grad\w*_?(?:check|num)|check\w*_?grad|num\w*_?grad|finite_?diff|central_?diff)\w*)/i
/** What a weight is moved by, as a name or as a number. */
const step = '(?:\\b(?:\\w*eps\\w*|\\w*delta\\w*|h|step)\\b|\\d*\\.?\\d*e-0?[3-9]\\b)'
/** (f(x + h) - f(x - h)) / (2 h), or forward differences, by any names. */
const quotient = new RegExp(
  [
    '2(?:\\.0?)?\\s*\\*\\s*STEP',
    'STEP\\s*\\*\\s*2\\b',
    '2(?:\\.0?)?\\s*\\/\\s*STEP',
    '(?<=\\)\\s*\\/\\s*\\(?\\s*)STEP',
  ]
    .map((below) => `(?<!\\/)\\/(?!\\/)\\s*\\(?\\s*${below.replace('STEP', step)}`)
    .join('|'),
  'i',
)

/** A paper of ours hands its small nets to the check that all share. */
const ours = /\bgradientCases\s*:(?!\s*\[\s*\])/

/** Where the sources of a folder check gradients; null when none of them does. */
export function gradientCheckIn(sources: readonly Source[]): { path: string; line: number } | null {
  for (const { path, statements } of sources)
    for (const one of statements) {
      const { line, code } = one
      if (/^(import|from)\b/.test(code)) continue
      const isOwnName = /^(def|function|class)\b/.test(code)
      if (
        (!isOwnName && library.test(code) && !isOwn(code, sources)) ||
        quotient.test(code) ||
        ours.test(code)
      )
        return { path, line }
    }
  return null
}

/** A call of a function that the folder defines proves nothing: what it does is looked at by itself. */
function isOwn(code: string, sources: readonly Source[]): boolean {
  const called = library.exec(code)?.[0].replace(/\s*\($/, '') ?? ''
  return sources.some(({ statements }) =>
    statements.some((one: Statement) => named.exec(one.code)?.[1] === called),
  )
}
