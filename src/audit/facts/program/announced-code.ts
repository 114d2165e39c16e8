import { around, lastName, type Node } from './node.ts'
import { type Program, written } from './program.ts'

/** A line of what a program says of itself, or a setting that it has. */
export interface SaidInCode {
  readonly path: string
  readonly line: number
  readonly text: string
}

const longest = 500

/**
 * What names, settings, strings and comments of a program say: comments and strings line by line,
 * strings in their quotes, `class Adam`, `momentum = 0.9`. Left out is what is only asked for
 * (`if name == "adam"`) or offered (`choices=["sgd", "adam"]`).
 */
export function saidInCode(program: Program): SaidInCode[] {
  const { path, comments, nodes } = program
  const lines = (text: string, line: number) =>
    text.split('\n').map((part, i) => ({ path, line: line + i, text: part.slice(0, longest) }))
  return [
    ...comments.flatMap(({ line, text }) => lines(text, line)),
    ...nodes.flatMap((node) => {
      if (node.kind === 'text') return isAsked(node) ? [] : lines(`"${node.text}"`, node.line)
      const text = setting(node, program)
      return text === null ? [] : lines(text, node.line)
    }),
  ].sort((a, b) => a.line - b.line)
}

function isAsked(node: Node): boolean {
  const test = around(node, 'operation', 'call', 'block')
  return test?.kind === 'operation' || around(node, 'keyword', 'block')?.text === 'choices'
}

function setting(node: Node, program: Program): string | null {
  const { kind, text, parts } = node
  if (kind === 'function' || kind === 'class') return text === '' ? null : `${kind} ${text}`
  const [first] = parts
  if ((kind === 'keyword' || kind === 'parameter' || kind === 'entry') && first && text !== '')
    return `${text} = ${written(program, first).slice(0, 80)}`
  if (kind !== 'assign' || lastName(first) === '') return null
  return `${lastName(first)} = ${written(program, parts[parts.length - 1]).slice(0, 80)}`
}
