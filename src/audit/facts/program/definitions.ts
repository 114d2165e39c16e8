import { type Node, rightSide, targetsOf } from './node.ts'
import type { Program } from './program.ts'

/** A name that a file gives one value that is written out, outside of functions. */
export interface Constant {
  readonly name: string
  readonly line: number
  readonly value: number | string | boolean
}

/** A function or class (or the file itself, without a name), and what its first string says of it. */
export interface Definition {
  readonly name: string
  readonly line: number
  readonly parameters: readonly { readonly name: string; readonly default: Node | null }[]
  readonly docstring: { readonly text: string; readonly line: number } | null
}

/** The constants of a file: `EPOCHS = 12`, `const rate = -0.5`, and fields of its classes. */
export function constantsIn({ nodes }: Program): Constant[] {
  return nodes.flatMap((node) => {
    const home = node.parent?.parent
    if (node.kind !== 'assign' || node.text !== '' || (home && home.kind !== 'class')) return []
    const value = writtenValue(rightSide(node))
    return targetsOf(node)
      .filter(({ kind }) => kind === 'name')
      .flatMap(({ text }) => (value === null ? [] : [{ name: text, line: node.line, value }]))
  })
}

/** A number (with its sign), a text or a truth that is written out; null for what is computed. */
export function writtenValue({ kind, text, parts }: Node): Constant['value'] | null {
  if (kind === 'number') return Number(text.replaceAll('_', ''))
  if (kind === 'text') return text
  if (kind === 'constant') return text === 'none' ? null : text === 'true'
  if (kind !== 'operation' || text !== '-' || parts.length !== 1) return null
  const value = writtenValue(parts[0])
  return typeof value === 'number' ? -value : null
}

/** The functions and classes of a file, behind the file itself, with their docstrings. */
export function definitionsIn({ nodes }: Program): Definition[] {
  return nodes
    .filter(({ kind, parent }) => kind === 'function' || kind === 'class' || parent === null)
    .map((node) => {
      const block = node.kind === 'block' ? node : node.parts.at(-1)
      const first = block?.kind === 'block' ? block.parts[0] : undefined
      return {
        name: node.kind === 'block' ? '' : node.text,
        line: node.line,
        parameters: node.parts
          .filter(({ kind }) => kind === 'parameter')
          .map(({ text, parts }) => ({ name: text, default: parts[0] ?? null })),
        docstring: first?.kind === 'text' ? { text: first.text, line: first.line } : null,
      }
    })
}
