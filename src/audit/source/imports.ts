import type { Source } from './source.ts'
import { lineWithin, type Statement } from './statements.ts'

/** Something that a source loads from elsewhere. */
export interface SourceImport {
  readonly line: number
  /** As it is written: `numpy.linalg`, `..common`, `./model.js`, `@scope/name/part`, `node:fs`. */
  readonly what: string
}

/** What a source imports. Left out: types alone, and what it is ready to go without. */
export function importsOf({ language, statements }: Source): SourceImport[] {
  return language === 'python'
    ? statements.flatMap((one, i) => pythonImports(one).filter(() => !isOptional(statements, i)))
    : statements.flatMap(javascriptImports)
}

function pythonImports({ line, code }: Statement): SourceImport[] {
  const from = /(?:^|:\s*)from\s+(\.*[\w.]*)\s+import\b/.exec(code)
  if (from) return [{ line, what: from[1] }]
  const list = /(?:^|:\s*)import\s+([\w.][^;]*)$/.exec(code)?.[1]
  if (list === undefined) return []
  return list.split(',').flatMap((part) => {
    const what = /^\s*([\w.]+)/.exec(part)?.[1]
    return what === undefined ? [] : [{ line, what }]
  })
}

/** Statements that are looked at around one, at most. */
const farthest = 500

/** In a `try` that goes on without it, in that `except`, or for a type checker alone. */
function isOptional(statements: readonly Statement[], at: number): boolean {
  let { indent } = statements[at]
  if (/^try\s*:/.test(statements[at].code)) return handles(statements, at, indent)
  for (let i = at - 1; i >= Math.max(0, at - farthest) && indent > 0; i--) {
    const outer = statements[i]
    if (outer.indent >= indent) continue
    indent = outer.indent
    if (/^if\b.*\bTYPE_CHECKING\b/.test(outer.code) || missing.test(outer.code)) return true
    if (/^try\s*:/.test(outer.code) && handles(statements, i, indent)) return true
  }
  return false
}

const missing = /^except\b(\s*:|.*\b(ImportError|ModuleNotFoundError)\b)/

function handles(statements: readonly Statement[], at: number, indent: number): boolean {
  const next = statements.slice(at + 1, at + farthest).find((one) => one.indent <= indent)
  return next !== undefined && missing.test(next.code)
}

function javascriptImports(one: Statement): SourceImport[] {
  const { code, text } = one
  if (/^(import|export)\s+type\b(?!\s*(from|,))/.test(code)) return []
  const starts = [
    ...[...code.matchAll(/^(?:import\b\s*|(?:import|export)\b.*\bfrom\s*)(?=["'])/g)],
    ...[...code.matchAll(/(?<![.\w$])(?:import|require)\s*\(\s*(?=["'`])/g)],
  ]
  return starts.flatMap(({ 0: before, index }) => {
    const at = index + before.length
    const end = code.indexOf(code[at], at + 1)
    const what = text.slice(at + 1, end)
    // A template that is put together at run time names nothing that could be looked for.
    return end < 0 || what.includes('${') ? [] : [{ line: lineWithin(one, index), what }]
  })
}
