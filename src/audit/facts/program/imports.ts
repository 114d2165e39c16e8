import { calleeOf, type Node } from './node.ts'
import type { Program } from './program.ts'

/** Something that a source loads from elsewhere. */
export interface SourceImport {
  readonly line: number
  /** As it is written: `numpy.linalg`, `..common`, `./model.js`, `@scope/name/part`, `node:fs`. */
  readonly what: string
}

/** What a source imports. Left out: types alone, and what it is ready to go without. */
export function importsOf({ nodes, language }: Program): SourceImport[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'import')
      return language === 'python' && isOptional(node) ? [] : [{ line: node.line, what: node.text }]
    const isLoader =
      node.kind === 'call' &&
      language === 'javascript' &&
      /^(require|import)$/.test(calleeOf(node).text)
    const module = node.parts[1]
    return isLoader && calleeOf(node).kind === 'name' && module?.kind === 'text'
      ? [{ line: node.line, what: module.text }]
      : []
  })
}

/** In a `try` that goes on without it, in that `except`, or for a type checker alone. */
function isOptional(node: Node): boolean {
  for (let one = node; one.parent; one = one.parent) {
    const outer = one.parent
    // In its place another module is tried; the same one is needed after all.
    if (outer.kind === 'handler' && isMissing(outer)) return !isTried(node, outer.parent)
    if (outer.kind === 'try' && one === outer.parts[0] && outer.parts.some(isMissing)) return true
    if (outer.kind === 'if' && /^TYPE_CHECKING$/.test(outer.parts[0].text)) return true
  }
  return false
}

/** Whether the block of a `try` imports the same package. */
function isTried({ text }: Node, attempt: Node | null): boolean {
  const [name] = text.split('.')
  return (attempt?.parts[0].parts ?? []).some(
    (one) => one.kind === 'import' && one.text.split('.')[0] === name,
  )
}

/** `except:`, `except ImportError:`, `except (ImportError, OSError):` */
function isMissing(handler: Node): boolean {
  if (handler.kind !== 'handler') return false
  const caught = handler.parts.filter(({ kind }) => kind !== 'block')
  const names = caught.flatMap((one) => (one.kind === 'tuple' ? one.parts : [one]))
  return (
    names.length === 0 ||
    names.some(({ text }) =>
      /^(ImportError|ModuleNotFoundError|Exception|BaseException)$/.test(text),
    )
  )
}
