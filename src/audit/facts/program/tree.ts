import type { Kind, Node } from './node.ts'
import { type Parser, parsedText } from './parsed-text.ts'

/** What a language's shapes are made of: nodes, and words and signs of the grammar between them. */
export type Part = Node | string

/** A node of the parser, with what was made of its parts. */
export interface Raw {
  /** The grammar's name for it. */
  readonly name: string
  /** As it is written. */
  readonly text: string
  readonly parts: readonly Part[]
  /** A node at this place. */
  make(kind: Kind, text?: string, parts?: readonly (Part | undefined)[]): Node
}

/** How a grammar's nodes become ours. */
export interface Shapes {
  /** Whether a node of the grammar is one of ours, a mere sign, or says nothing of what is done. */
  role(name: string): 'node' | 'sign' | 'silent'
  /** The text as the grammar takes it, place by place: what the language allows and it does not. */
  readable(text: string): string
  shape(raw: Raw): readonly Part[]
}

export interface Comment {
  readonly line: number
  readonly text: string
}

export interface ReadTree {
  /** Each before its parts, in the order of the text; the first is the block of the whole file. */
  readonly nodes: readonly Node[]
  readonly comments: readonly Comment[]
  /** The first line that could not be read, or null. */
  readonly unreadLine: number | null
}

type Built = { -readonly [K in keyof Node]: Node[K] }

const unlinked = { parent: null, binding: null, at: 0, end: 0 }

/** What has fewer was not read in full, and is of no kind. */
const fewestParts: Partial<Record<Kind, number>> = {
  member: 1,
  index: 1,
  call: 1,
  keyword: 1,
  spread: 1,
  entry: 1,
  assign: 2,
  for: 2,
  each: 2,
  choice: 3,
  assert: 1,
}

/** Nothing that a person writes lies deeper. */
const deepest = 250

/** The tree of a text: one pass, without recursion, over what the parser gives. */
export function readTree(given: string, parser: Parser, shapes: Shapes): ReadTree {
  const { text: readable, tree, unreadFrom } = parsedText(shapes.readable(given), parser)
  const text = given.slice(0, readable.length)
  const lineAt = lineCounter(text)
  const comments: Comment[] = []
  let unread = unreadFrom ?? Number.POSITIVE_INFINITY
  const open: { name: string; from: number; to: number; line: number; parts: Part[] }[] = [
    { name: '', from: 0, to: text.length, line: 1, parts: [] },
  ]
  tree.iterate({
    enter({ name, type, from, to }) {
      if (/Comment$/.test(name)) comments.push({ line: lineAt(from), text: text.slice(from, to) })
      const role = type.isError ? 'silent' : shapes.role(name)
      if (role === 'silent') return false
      if (role === 'sign') {
        open[open.length - 1].parts.push(text.slice(from, to))
        return false
      }
      if (open.length > deepest) {
        unread = Math.min(unread, from)
        return false
      }
      open.push({ name, from, to, line: lineAt(from), parts: [] })
    },
    leave({ from, to }) {
      const { name, parts, line } = open[open.length - 1]
      open.pop()
      const make: Raw['make'] = (kind, content = '', own = []) => {
        const nodes = own.filter((part) => typeof part === 'object')
        const isWhole = nodes.length >= (fewestParts[kind] ?? 0)
        const common = { from, to, line, parts: nodes, ...unlinked }
        return { kind: isWhole ? kind : 'other', text: content, ...common }
      }
      const asWritten = (name === 'Number' ? readable : text).slice(from, to)
      const made = shapes.shape({ name, text: asWritten, parts, make })
      open[open.length - 1].parts.push(...made)
    },
  })
  const [root] = open[0].parts.filter((part) => typeof part !== 'string')
  return {
    nodes: linked(root),
    comments,
    unreadLine: Number.isFinite(unread) ? given.slice(0, unread).split('\n').length : null,
  }
}

/** Gives each node its parent and its place, and all of them in order. */
function linked(root: Node): Node[] {
  const nodes: Built[] = []
  const waiting: (Built | (() => void))[] = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'function') {
      next()
      continue
    }
    const node = next
    node.at = nodes.length
    nodes.push(node)
    waiting.push(() => {
      node.end = nodes.length
    })
    for (const part of node.parts.toReversed() as Built[]) {
      part.parent = node
      waiting.push(part)
    }
  }
  return nodes
}

/** Lines of places that are asked for in their order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (at) => {
    while (next >= 0 && next < at) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
