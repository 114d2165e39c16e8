import type { Kind, Node } from './node.ts'
import type { Part, Raw } from './tree.ts'

export const isNode = (part: Part | undefined): part is Node =>
  part !== undefined && typeof part !== 'string'

export const nodesOf = (parts: readonly Part[]): Node[] => parts.filter(isNode)

/** Parts between the places at which a sign stands. */
export function splitAt(parts: readonly Part[], sign: string): Part[][] {
  const groups: Part[][] = [[]]
  for (const part of parts) {
    if (part === sign) groups.push([])
    else groups[groups.length - 1].push(part)
  }
  return groups
}

/** A node of a kind, of all its parts; of none, for what is one word or number. */
export const same = (kind: Kind) => (raw: Raw) => [raw.make(kind, '', raw.parts)]
export const leaf = (kind: Kind) => (raw: Raw) => [raw.make(kind, raw.text)]

/** A node that was made of a few parts of another: where those stand. */
export const over = (made: Node, first: Node, last = first): Node => ({
  ...made,
  from: first.from,
  to: last.to,
  line: first.line,
})

/** What commas stand between: one node, or a tuple of several. */
export function listed(raw: Raw, parts: readonly Part[]): Node {
  const nodes = nodesOf(parts)
  return nodes.length === 1 && !parts.includes(',') ? nodes[0] : raw.make('tuple', '(', nodes)
}

/** `a = b = value` */
export function assigned(raw: Raw, sign: string): Part[] {
  const sides = splitAt(raw.parts, sign).map((side) => listed(raw, side))
  return sides.length > 1 ? [raw.make('assign', '', sides)] : sides
}

/** `a += value`, by its sign. */
export function updated(raw: Raw): Part[] {
  const sign = raw.parts.find((part) => typeof part === 'string') as string | undefined
  return [raw.make('assign', (sign ?? '').replace(/=$/, ''), raw.parts)]
}

const words: Readonly<Record<string, string>> = {
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  '===': '==',
  '!==': '!=',
}

/** An operation by the signs among its parts, those of both languages under one name. */
export function operation(raw: Raw): Part[] {
  const sign = raw.parts.filter((part) => typeof part === 'string').join(' ')
  return [raw.make('operation', words[sign] ?? sign, raw.parts)]
}

/** What a string says, without its quotes; the escapes that matter here. */
export const unquoted = (written: string) =>
  written
    .replace(/^[A-Za-z]*("""|'''|["'`])/, '')
    .replace(/("""|'''|["'`])$/, '')
    .replace(/\\(["'`\\])/g, '$1')
