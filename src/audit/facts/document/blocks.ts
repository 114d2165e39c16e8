import type { Element, Nodes, Root, RootContent } from 'hast'
import type { Block, Cell, Code, Item, Row, Table } from './document.ts'
import { blockTags, boldOf, lineAt, plain, type Text, textOf } from './text.ts'

interface Reading {
  readonly source: readonly string[]
  /** The heading that stands above. */
  under: string
  /** The last paragraph, until a heading or a table follows. */
  lead: string
  line: number
  readonly footnotes: Block[]
}

/** The blocks of a page in the order of their lines; a footnote counts where it is written. */
export function blocksIn(tree: Root, source: string): Block[] {
  const reading: Reading = {
    source: source.split('\n'),
    under: '',
    lead: '',
    line: 1,
    footnotes: [],
  }
  const blocks = blocksOf(tree.children, reading)
  return reading.footnotes.length === 0
    ? blocks
    : [...blocks, ...reading.footnotes].toSorted((a, b) => a.line - b.line)
}

/** Loose words between blocks are a paragraph; containers without a meaning of their own are open. */
function blocksOf(nodes: readonly RootContent[], reading: Reading): Block[] {
  const blocks: Block[] = []
  let loose: RootContent[] = []
  const closeLoose = () => {
    blocks.push(...paragraphOf(loose, reading))
    loose = []
  }
  for (const node of nodes) {
    if (node.type === 'element' && holdsBlocks(node)) {
      closeLoose()
      blocks.push(...blockOf(node, reading))
    } else if (node.type === 'element' || node.type === 'text') loose.push(node)
  }
  closeLoose()
  return blocks
}

/** `<a>` and `<b>` around whole blocks, as in `<b><h1>…</h1></b>`, are open, too. */
const holdsBlocks = (node: Element): boolean =>
  blockTags.test(node.tagName) ||
  (!/^(script|style|template|svg|math)$/.test(node.tagName) &&
    node.children.some((child) => child.type === 'element' && holdsBlocks(child)))

function blockOf(node: Element, reading: Reading): Block[] {
  reading.line = node.position?.start.line ?? reading.line
  const { tagName, children, properties } = node
  const at = placeOf(node, reading)
  if (/^h[1-6]$/.test(tagName)) {
    const text = textOf(children, at.line)
    reading.under = plain(text)
    reading.lead = ''
    return [{ type: 'heading', depth: Number(tagName[1]), text, ...at }]
  }
  if (tagName === 'p' && !children.some((child) => child.type === 'element' && holdsBlocks(child)))
    return paragraphOf(children, reading)
  if (tagName === 'ul' || tagName === 'ol') return [{ type: 'list', items: items(node), ...at }]
  if (tagName === 'pre') return [codeOf(node, reading)]
  if (tagName === 'blockquote')
    return [{ type: 'quote', blocks: blocksOf(children, reading), ...at }]
  if (tagName === 'table' && !holdsTable(node)) return tableOf(node, reading)
  if ('dataFootnotes' in properties) {
    const notes = elementsIn(node, /^ol$/).flatMap((list) => elementsIn(list, /^li$/))
    for (const note of notes) reading.footnotes.push(...blocksOf(note.children, reading))
    return []
  }
  return blocksOf(children, reading)

  function items(list: Element): Item[] {
    return elementsIn(list, /^li$/).map((item) => {
      const { line, end } = placeOf(item, reading)
      return { line, end, blocks: blocksOf(item.children, reading) }
    })
  }
}

function paragraphOf(nodes: readonly RootContent[], reading: Reading): Block[] {
  const placed = nodes.filter(({ position }) => position)
  const first = placed.find((node) => node.type !== 'text' || node.value.trim() !== '')
  reading.line = first?.position?.start.line ?? reading.line
  const text = textOf(nodes, reading.line)
  if (plain(text) === '' && text.spans.length === 0) return []
  reading.lead = plain(text)
  const line = plain(text) === '' ? reading.line : lineAt(text, 0)
  return [{ type: 'paragraph', text, line, end: endOf(placed.at(-1), line) }]
}

/** A table in whose cells tables stand only lays out a page. */
const holdsTable = (node: Element): boolean =>
  node.children.some(
    (child) => child.type === 'element' && (child.tagName === 'table' || holdsTable(child)),
  )

function tableOf(node: Element, reading: Reading): Block[] {
  const rows = elementsIn(node, /^tr$/).map((row) => {
    const { line, end } = placeOf(row, reading)
    const cells = elementsIn(row, /^t[dh]$/).map((cell) =>
      textOf(cell.children, placeOf(cell, { line }).line),
    )
    return { line, end, cells }
  })
  const [head, ...others] = rows
  if (!head) return []
  const { lead, under } = reading
  reading.lead = ''
  const names = head.cells.slice(0, mostColumns).map(plain)
  const labelled = others.map(({ line, end, cells }): Row => {
    const row = cells[0] ? plain(cells[0]) : ''
    return { line, end, cells: cells.map((text, i): Cell => cellOf(text, row, names[i])) }
  })
  const table: Table = {
    type: 'table',
    header: head.cells.map(plain),
    rows: labelled,
    lead,
    under,
    ...placeOf(node, reading),
  }
  return [table]
}

/** What stands farther to the right tells a reader nothing of a cell. */
const mostColumns = 100

const cellOf = (flat: Text, row: string, column = ''): Cell => ({
  text: plain(flat),
  strong: boldOf(flat),
  flat,
  row,
  column,
})

/** The elements of a kind below a node, those within each other left out. */
function elementsIn(node: Element, tags: RegExp): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return tags.test(child.tagName) ? [child] : elementsIn(child, tags)
  })
}

function codeOf(node: Element, reading: Reading): Code {
  const { line, end } = placeOf(node, reading)
  const inner = elementsIn(node, /^code$/)[0] ?? node
  const value = rawText(inner).replace(/\n$/, '')
  const names = inner.properties.className
  const language = (Array.isArray(names) ? names : [])
    .map(String)
    .find((name) => name.startsWith('language-'))
  // A fence has a line of its own above the first one of its content.
  const isFence = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(```|~~~)/.test(reading.source[line - 1] ?? '')
  const written = firstLine(inner)
  return {
    type: 'code',
    language: language?.slice('language-'.length) ?? '',
    value,
    line,
    end,
    begins: isFence ? line + 1 : (written ?? line),
  }
}

const firstLine = (node: Element): number | undefined =>
  node.children.find((child) => child.type === 'text')?.position?.start.line

const rawText = (node: Nodes): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? (node.children as Nodes[]).map(rawText).join('')
      : ''

function placeOf(node: Element, { line: above }: { readonly line: number }) {
  const line = node.position?.start.line ?? above
  return { line, end: endOf(node, line) }
}

/** Of an element whose end tag is missing the parser of html may not know the end. */
const endOf = (node: Nodes | undefined, line: number): number => node?.position?.end?.line ?? line
