import type { Table as MarkdownTable, Nodes, RootContent, TableCell } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { lineOf } from './page.ts'

export interface Cell {
  readonly text: string
  /** What of it is bold; empty for nothing. */
  readonly strong: string
}

export interface Row {
  readonly line: number
  readonly cells: readonly Cell[]
}

/** A table, in Markdown or in html. */
export interface Table {
  readonly line: number
  readonly header: readonly string[]
  /** Without the header. */
  readonly rows: readonly Row[]
  /** The words right before it, and the heading that it stands under. */
  readonly about: string
}

/** The tables among some nodes of a page, with those inside lists and quotes, in their order. */
export function tablesIn(nodes: readonly RootContent[]): Table[] {
  const found: Table[] = []
  let heading = ''
  let before = ''
  const visit = (node: Nodes) => {
    if (node.type === 'heading') heading = textOf(node)
    if (node.type === 'heading' || node.type === 'paragraph') before = plain(textOf(node))
    else if (node.type === 'table')
      found.push({ ...ofMarkdown(node), about: `${heading} ${before}` })
    else if (node.type === 'html')
      found.push(
        ...ofHtml(node.value, lineOf(node)).map((t) => ({ ...t, about: `${heading} ${before}` })),
      )
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return found
}

function ofMarkdown(table: MarkdownTable): Omit<Table, 'about'> {
  const [head, ...rows] = table.children
  return {
    line: lineOf(table),
    header: head.children.map((cell) => plain(textOf(cell))),
    rows: rows.map((row) => ({
      line: lineOf(row),
      cells: row.children.map((cell) => ({ text: plain(textOf(cell)), strong: strongOf(cell) })),
    })),
  }
}

function strongOf(cell: TableCell): string {
  const parts: string[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'strong') parts.push(plain(textOf(node)))
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(cell)
  return parts.join(' ')
}

/** Split by tags instead of matched in pairs, so that unclosed ones cost nothing. */
function ofHtml(html: string, line: number): Omit<Table, 'about'>[] {
  return partsOf(html, /<table\b/i, line).flatMap((table) => {
    const inside = table.text.split(/<\/table/i)[0]
    const [head, ...rows] = partsOf(inside, /<tr\b/i, table.line).map((row) => ({
      line: row.line,
      cells: partsOf(row.text, /<t[dh]\b/i, row.line).map(({ text }) => cellOf(text)),
    }))
    return head ? [{ line: table.line, header: head.cells.map(({ text }) => text), rows }] : []
  })
}

/** What stands behind each opening tag up to the next, with the line on which it begins. */
function partsOf(html: string, tag: RegExp, line: number): { text: string; line: number }[] {
  let at = line
  const parts = html.split(tag).map((text) => {
    const part = { text, line: at }
    at += text.split('\n').length - 1
    return part
  })
  return parts.slice(1).map(({ text, line: from }) => ({
    text: text.slice(text.indexOf('>') + 1),
    line: from,
  }))
}

function cellOf(html: string): Cell {
  const strong = [...html.matchAll(/<(?:b|strong)>([^<]*)/gi)]
    .map(([, text]) => plain(text))
    .join(' ')
  return { text: plain(html), strong }
}

const plain = (text: string) =>
  text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
