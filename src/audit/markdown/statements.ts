import type { RootContent } from 'mdast'
import { breakMark, type FlatText, flatText, textWriter } from './flat-text.ts'
import { htmlPieces } from './html-text.ts'
import { lineOf, type Section } from './page.ts'

/** A stretch of text that a reader takes as one: a paragraph, a list item, a cell, a line of code. */
export interface Statement extends FlatText {
  readonly kind: 'prose' | 'cell' | 'code'
  /** What introduces it, nearest first: the items that it lies in, the paragraph before, the heading. */
  readonly above: readonly string[]
  /** Of a cell. */
  readonly cell?: CellPlace
}

export interface CellPlace {
  readonly column: number
  readonly heading: string
  /** Of the table: one list for all of its cells. */
  readonly headings: readonly string[]
  /** The row's first cell. */
  readonly label: string
  /** The whole row. */
  readonly row: string
}

/** What stands farther to the right tells a reader nothing of a cell. */
const longestRow = 2000
const mostColumns = 100

interface Reading {
  readonly into: Statement[]
  /** The heading that stands above. */
  title: string
  /** The last paragraph, until a table has used it. */
  lead: string
  html: HtmlTable
}

interface HtmlTable {
  headings: readonly string[] | null
  above: readonly string[]
}

/** Everything that a section says, in the order of its lines; html is read as what it shows. */
export function statementsOf({ nodes }: Pick<Section, 'nodes'>): Statement[] {
  const into: Statement[] = []
  const html = { headings: null, above: [] }
  readAll(nodes, { into, title: '', lead: '', html }, [])
  return into
}

function readAll(nodes: readonly RootContent[], reading: Reading, parents: readonly string[]) {
  for (const node of nodes) readNode(node, reading, parents)
}

function readNode(node: RootContent, reading: Reading, parents: readonly string[]): void {
  const { into } = reading
  if (node.type === 'heading') {
    reading.title = flatText(node).words
    reading.lead = ''
  } else if (node.type === 'paragraph') {
    const text = flatText(node)
    into.push({ ...text, kind: 'prose', above: [...parents, reading.title] })
    reading.lead = text.words
  } else if (node.type === 'table') {
    const [head, ...rows] = node.children.map((row) => row.children.map(flatText))
    const above = aboveTable(reading, parents)
    const headings = headingsOf(head)
    for (const row of rows) into.push(...cellsOf(headings, row, above))
    reading.lead = ''
  } else if (node.type === 'list')
    for (const item of node.children) {
      const [first] = item.children
      const lead = first?.type === 'paragraph' ? [flatText(first).words] : []
      const outer = parents.length === 0 && /:\s*$/.test(reading.lead) ? [reading.lead] : parents
      if (first) readNode(first, reading, outer)
      readAll(item.children.slice(1), reading, [...lead, ...outer])
    }
  else if (node.type === 'html') readHtml(node.value, lineOf(node), reading, parents)
  else if (node.type === 'code') {
    const above = [...parents, reading.title]
    node.value.split('\n').forEach((words, i) => {
      const writer = textWriter()
      writer.add(words, lineOf(node) + 1 + i, true)
      into.push({ ...writer.done(), kind: 'code', above })
    })
  } else if ('children' in node) readAll(node.children as RootContent[], reading, parents)
}

function readHtml(value: string, line: number, reading: Reading, parents: readonly string[]) {
  const { into, html } = reading
  for (const piece of htmlPieces(value, line)) {
    if (piece.kind === 'table') {
      html.headings = null
      html.above = aboveTable(reading, parents)
      reading.lead = ''
    } else if (piece.kind === 'text') {
      into.push({ ...piece.text, kind: 'prose', above: [...parents, reading.title] })
      reading.lead = piece.text.words
    } else if (html.headings === null) html.headings = headingsOf(piece.cells)
    else into.push(...cellsOf(html.headings, piece.cells, html.above))
  }
}

const aboveTable = ({ lead, title }: Reading, parents: readonly string[]) => [
  ...(lead === '' ? [] : [lead]),
  ...parents,
  title,
]

function cellsOf(
  headings: readonly string[],
  row: readonly FlatText[],
  above: readonly string[],
): Statement[] {
  const whole = row
    .map(({ words }) => words)
    .join(breakMark)
    .slice(0, longestRow)
  const label = row[0]?.words.trim() ?? ''
  return row.map((text, column) => ({
    ...text,
    kind: 'cell',
    above,
    cell: { column, heading: headings[column] ?? '', headings, label, row: whole },
  }))
}

const headingsOf = (cells: readonly FlatText[]) =>
  cells.slice(0, mostColumns).map(({ words }) => words.trim())
