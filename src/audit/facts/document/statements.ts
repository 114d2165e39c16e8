import type { Block, Table } from './document.ts'
import type { Section } from './sections.ts'
import { breakMark, coverMark, plain, type Text } from './text.ts'

/** A stretch of text that a reader takes as one: a paragraph, a list item, a cell, a line of code. */
export interface Statement extends Text {
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

interface Reading {
  readonly into: Statement[]
  /** The heading that stands above. */
  title: string
  /** The last paragraph, until a heading or a table follows. */
  lead: string
}

/** Everything that a section says, in the order of its lines. */
export function statementsOf({ blocks }: Pick<Section, 'blocks'>): Statement[] {
  const into: Statement[] = []
  readAll(blocks, { into, title: '', lead: '' }, [])
  return into
}

function readAll(blocks: readonly Block[], reading: Reading, parents: readonly string[]) {
  for (const block of blocks) readBlock(block, reading, parents)
}

function readBlock(block: Block, reading: Reading, parents: readonly string[]): void {
  const { into } = reading
  switch (block.type) {
    case 'heading':
      reading.title = plain(block.text)
      reading.lead = ''
      return
    case 'paragraph':
      into.push({ ...block.text, kind: 'prose', above: [...parents, reading.title] })
      reading.lead = plain(block.text)
      return
    case 'table': {
      const lead = reading.lead === '' ? [] : [reading.lead]
      into.push(...cellsOf(block, [...lead, ...parents, reading.title]))
      reading.lead = ''
      return
    }
    case 'list':
      for (const { blocks } of block.items) {
        const [first] = blocks
        const lead = first?.type === 'paragraph' ? [plain(first.text)] : []
        const outer = parents.length === 0 && /:\s*$/.test(reading.lead) ? [reading.lead] : parents
        if (first) readBlock(first, reading, outer)
        readAll(blocks.slice(1), reading, [...lead, ...outer])
      }
      return
    case 'quote':
      readAll(block.blocks, reading, parents)
      return
    case 'code': {
      const above = [...parents, reading.title]
      block.value.split('\n').forEach((words, i) => {
        const prose = words.replace(/\S/g, coverMark)
        const lines = [{ at: 0, line: block.begins + i }]
        into.push({ words, prose, lines, spans: [], kind: 'code', above })
      })
    }
  }
}

function cellsOf({ header, rows }: Table, above: readonly string[]): Statement[] {
  return rows.flatMap(({ cells }) => {
    const row = cells
      .map(({ flat }) => flat.words)
      .join(breakMark)
      .slice(0, longestRow)
    return cells.map(
      ({ flat, row: label, column: heading }, column): Statement => ({
        ...flat,
        kind: 'cell',
        above,
        cell: { column, heading, headings: header, label, row },
      }),
    )
  })
}
