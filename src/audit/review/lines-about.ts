import { type Document, everyBlock } from '../facts/document/document.ts'
import { plain } from '../facts/document/text.ts'
import { pageLines, type SaidLine } from './said-lines.ts'

/**
 * The lines of a catalogue's page that are about one of its folders: those that name it, and what stands
 * under a heading that does. The head of a table stands before its row.
 */
export function linesAbout(folder: string, page: Document): SaidLine[] {
  const name = new RegExp(
    `(?<![\\w-])${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`,
    'i',
  )
  const wanted = new Set<number>()
  let isUnder = false
  for (const block of everyBlock(page.blocks)) {
    if (block.type === 'heading') isUnder = name.test(plain(block.text))
    if (block.type === 'list' || block.type === 'quote') continue
    if (isUnder) for (let line = block.line; line <= block.end; line++) wanted.add(line)
    if (block.type === 'table') {
      const rows = block.rows.filter(({ cells }) => cells.some(({ text }) => name.test(text)))
      if (rows.length > 0) wanted.add(block.line)
      for (const { line } of rows) wanted.add(line)
    }
  }
  return pageLines(page).filter(({ line, words }) => wanted.has(line) || name.test(words))
}
