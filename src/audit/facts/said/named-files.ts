import type { Block } from '../document/document.ts'
import { type Section, wordsOf } from '../document/sections.ts'
import { lineAt, plain, type Text, without } from '../document/text.ts'

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
export function tokensOf(
  { blocks }: Pick<Section, 'blocks'>,
  urls: readonly string[],
): Set<string> {
  return new Set(
    [wordsOf({ blocks }), ...urls]
      .flatMap((text) => text.split(/[\s,;|()[\]"'`<>\u2029│├└─=:]+/))
      .filter((token) => token !== '')
      .map(plainPath),
  )
}

const plainPath = (token: string) => token.replace(/^(\.\/)+/, '').replace(/[/.]+$/, '')

/**
 * The files that a section names as there: in code, in a tree, as the first cell of a row, as the first
 * word of a list's item. What a link leads to is another matter.
 */
export function filesNamedIn({ blocks }: Pick<Section, 'blocks'>): NamedFile[] {
  const found = blocks.flatMap((block) => namedIn(block))
  return [...new Map(found.map((one) => [`${one.line} ${one.name}`, one])).values()]
}

function namedIn(block: Block): NamedFile[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inCode(block.text, block.type === 'paragraph' ? plain(block.text) : '')
    case 'code':
      return block.value.split('\n').flatMap((text, i) => inTree(text, block.begins + i))
    case 'table':
      return block.rows.flatMap(({ line, cells }) => {
        const row = cells.map(({ text }) => text).join(' ')
        const first = cells[0] ? without(cells[0].flat, ['link', 'code']) : ''
        return [...namesIn(first, line, row), ...cells.flatMap(({ flat }) => inCode(flat, row))]
      })
    case 'list':
      return block.items.flatMap(({ line, blocks }) => {
        const [first] = blocks
        if (first?.type !== 'paragraph') return blocks.flatMap(namedIn)
        const around = plain(first.text)
        const word = without(first.text, ['link', 'code']).split(/[\s:]/)[0] ?? ''
        return [...namesIn(word, line, around), ...blocks.flatMap(namedIn)]
      })
    case 'quote':
      return block.blocks.flatMap(namedIn)
  }
}

function namesIn(text: string, line: number, around: string): NamedFile[] {
  if (isElsewhere.test(around)) return []
  return text.split(/[\s,;|()"'`│├└─]+/).flatMap((token) => {
    const name = token.replace(/[.:]+$/, '')
    return fileName.test(name) && !noFile.test(name) ? [{ name: plainPath(name), line }] : []
  })
}

/** Code within words, where it is no link's. */
function inCode(text: Text, around: string): NamedFile[] {
  const links = text.spans.filter(({ kind }) => kind === 'link')
  return text.spans
    .filter(
      ({ kind, start, end }) =>
        kind === 'code' && !links.some((link) => link.start <= start && end <= link.end),
    )
    .flatMap(({ start, end }) => namesIn(text.words.slice(start, end), lineAt(text, start), around))
}

/** A line of a tree of files, its remark left out. */
function inTree(text: string, line: number): NamedFile[] {
  const isTree =
    text.length <= longestLine && /^[\s│├└─|`+-]*[\w.@/-]+\s*(?:[#←:–—-].*|\s{2,}.*)?$/.test(text)
  return isTree ? namesIn(text.replace(/#.*/, '').replace(/\s{2,}\S.*$/, ''), line, text) : []
}
