import type { Nodes, RootContent } from 'mdast'
import { flatText } from './flat-text.ts'
import { lineOf, type Section } from './page.ts'

/** A name of a file as a section gives it. */
export interface NamedFile {
  readonly name: string
  readonly line: number
}

const fileName =
  /^(?:\.\/)?[\w.@+-]+(?:\/[\w.@+-]+)*\.(?:py|ipynb|tsx?|jsx?|mjs|cjs|sh|r|jl|c|cc|cpp|h|rs|go|java|lua|md|json|jsonl|gif|png|svg|jpe?g|pdf|csv|txt|toml|ya?ml|cfg|ini|npz|lock)$/i
const longestLine = 200
/** Programs that are called like files. */
const noFile = /^(node|next|vue|three|d3|tensorflow|deno)\.js$/i
/** A line that says itself that the file is not committed. */
const isElsewhere =
  /not committed|git-?ignored?|downloaded|at run ?time|not in (git|the repo)|will be/i

/** What a section says, cut where names end: a set of everything that may be a path. */
export function tokensOf({ nodes }: Pick<Section, 'nodes'>): Set<string> {
  const tokens = new Set<string>()
  const add = (text: string) => {
    for (const token of text.split(/[\s,;|()[\]"'`<>\u2029│├└─=:]+/))
      if (token !== '') tokens.add(plainPath(token))
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'definition') add(node.url)
    if (node.type === 'code' || node.type === 'html') add(node.value)
    if (node.type === 'text' || node.type === 'inlineCode') add(node.value)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return tokens
}

const plainPath = (token: string) => token.replace(/^(\.\/)+/, '').replace(/[/.]+$/, '')

/**
 * The files that a section names as there: in code, in a tree, as the first cell of a row, as the first
 * word of a list's item. What a link leads to is another matter.
 */
export function filesNamedIn({ nodes }: Pick<Section, 'nodes'>): NamedFile[] {
  const found: NamedFile[] = []
  const add = (text: string, line: number, around: string) => {
    if (isElsewhere.test(around)) return
    for (const token of text.split(/[\s,;|()"'`│├└─]+/)) {
      const name = token.replace(/[.:]+$/, '')
      if (fileName.test(name) && !noFile.test(name)) found.push({ name: plainPath(name), line })
    }
  }
  const visit = (node: RootContent | Nodes, around: string): void => {
    if (node.type === 'link' || node.type === 'linkReference') return
    if (node.type === 'inlineCode') add(node.value, lineOf(node), around)
    if (node.type === 'code')
      node.value.split('\n').forEach((text, i) => {
        const isTree =
          text.length <= longestLine &&
          /^[\s│├└─|`+-]*[\w.@/-]+\s*(?:[#←:–—-].*|\s{2,}.*)?$/.test(text)
        if (isTree)
          add(text.replace(/#.*/, '').replace(/\s{2,}\S.*$/, ''), lineOf(node) + 1 + i, text)
      })
    if (node.type === 'tableRow') {
      const [first] = node.children
      const row = node.children.map((cell) => flatText(cell).words).join(' ')
      if (first) add(plainText(first), lineOf(node), row)
      for (const cell of node.children) visit(cell, row)
      return
    }
    if (node.type === 'listItem' && node.children[0]?.type === 'paragraph') {
      const words = flatText(node.children[0]).words
      add(plainText(node.children[0]).split(/[\s:]/)[0] ?? '', lineOf(node), words)
      for (const child of node.children) visit(child, words)
      return
    }
    if ('children' in node)
      for (const child of node.children)
        visit(child, node.type === 'paragraph' ? flatText(node).words : around)
  }
  for (const node of nodes) visit(node, '')
  return [...new Map(found.map((one) => [`${one.line} ${one.name}`, one])).values()]
}

/** Text that is neither a link nor code. */
function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'link' || node.type === 'inlineCode') return ' '
  return 'children' in node ? (node.children as Nodes[]).map(plainText).join('') : ''
}
