import { type Block, type Document, everyBlock } from '../facts/document/document.ts'
import { sectionsOf } from '../facts/document/sections.ts'
import type { Program } from '../facts/program/program.ts'

/** A line in which something is said, as it stands in its file. */
export interface SaidLine {
  readonly path: string
  readonly line: number
  readonly words: string
  readonly kind: 'prose' | 'row' | 'code' | 'docstring' | 'comment' | 'text'
  /** The section of a page; empty elsewhere. */
  readonly section: string
}

/** The lines of a page with what they are part of. */
export function pageLines(page: Document): SaidLine[] {
  const source = page.text.split(/\r\n?|\n/)
  const sections = sectionsOf(page)
  const lines = new Map<number, SaidLine>()
  const add = (line: number, kind: SaidLine['kind']) => {
    const words = source[line - 1]?.trim() ?? ''
    const section = sections.findLast((one) => one.line <= line)?.title ?? ''
    if (words !== '' && !lines.has(line))
      lines.set(line, { path: page.path, line, words, kind, section })
  }
  for (const block of everyBlock(page.blocks)) addBlock(block, add)
  return [...lines.values()].toSorted((a, b) => a.line - b.line)
}

function addBlock(block: Block, add: (line: number, kind: SaidLine['kind']) => void): void {
  if (block.type === 'table') {
    add(block.line, 'row')
    for (const { line } of block.rows) add(line, 'row')
  } else if (block.type === 'code')
    block.value.split('\n').forEach((_, i) => {
      add(block.begins + i, 'code')
    })
  else if (block.type === 'paragraph' || block.type === 'heading')
    for (let line = block.line; line <= block.end; line++) add(line, 'prose')
}

/** The lines of a program on which something is said: docstrings, comments, other texts. */
export function programLines(program: Program, text: string): SaidLine[] {
  const source = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const lines = new Map<number, SaidLine>()
  const add = (line: number, written: string, kind: SaidLine['kind']) => {
    for (let i = 0; i < written.split('\n').length; i++) {
      const words = source[line + i - 1]?.trim() ?? ''
      if (words !== '' && !lines.has(line + i))
        lines.set(line + i, { path: program.path, line: line + i, words, kind, section: '' })
    }
  }
  for (const { kind, line, from, to, parent } of program.nodes)
    if (kind === 'text' && parent?.kind === 'block')
      add(line, program.text.slice(from, to), 'docstring')
  for (const { line, text: comment } of program.comments) add(line, comment, 'comment')
  for (const { kind, line, from, to } of program.nodes)
    if (kind === 'text' || kind === 'template') add(line, program.text.slice(from, to), 'text')
  return [...lines.values()].toSorted((a, b) => a.line - b.line)
}
