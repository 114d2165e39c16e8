import type { Root } from 'hast'
import type { Text } from './text.ts'

/** A Markdown page, read once: what it says as blocks, html in it included. */
export interface Document {
  /** As findings name it. */
  readonly path: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** The page as GitHub shows it. */
  readonly tree: Root
}

interface At {
  /** The lines on which it begins and ends, from 1. */
  readonly line: number
  readonly end: number
}

export interface Heading extends At {
  readonly type: 'heading'
  /** 1 to 6. */
  readonly depth: number
  readonly text: Text
}

export interface Paragraph extends At {
  readonly type: 'paragraph'
  readonly text: Text
}

export interface Code extends At {
  readonly type: 'code'
  /** What a fence says behind its marks; empty for nothing. */
  readonly language: string
  readonly value: string
  /** The line of the file on which the first line of `value` stands. */
  readonly begins: number
}

export interface List extends At {
  readonly type: 'list'
  readonly items: readonly Item[]
}

export interface Item extends At {
  readonly blocks: readonly Block[]
}

export interface Quote extends At {
  readonly type: 'quote'
  readonly blocks: readonly Block[]
}

/** A table. Where it names its columns nowhere, the first row counts as their names. */
export interface Table extends At {
  readonly type: 'table'
  readonly header: readonly string[]
  /** Without the header. */
  readonly rows: readonly Row[]
  /** The paragraph right before it, unless another table has used it; empty for none. */
  readonly lead: string
  /** The heading that it stands under. */
  readonly under: string
}

export interface Row extends At {
  readonly cells: readonly Cell[]
}

/** A cell with what names it. */
export interface Cell {
  /** Its words, on one line. */
  readonly text: string
  /** What of it is bold; empty for nothing. */
  readonly strong: string
  /** The words with their lines and marks. */
  readonly flat: Text
  /** The heading of its column. */
  readonly column: string
  /** The first cell of its row. */
  readonly row: string
}

export type Block = Heading | Paragraph | Code | List | Quote | Table

/** Blocks with those that lie in lists and quotes, in their order. */
export function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type === 'quote') return [block, ...everyBlock(block.blocks)]
    if (block.type !== 'list') return [block]
    return [block, ...block.items.flatMap((item) => everyBlock(item.blocks))]
  })
}

/** The tables among some blocks, with those inside lists and quotes. */
export const tablesIn = (blocks: readonly Block[]): Table[] =>
  everyBlock(blocks).filter((block) => block.type === 'table')

/** The paragraphs and headings among some blocks, with those inside lists and quotes. */
export const proseIn = (blocks: readonly Block[]): (Heading | Paragraph)[] =>
  everyBlock(blocks).filter(({ type }) => type === 'paragraph' || type === 'heading') as (
    | Heading
    | Paragraph
  )[]
