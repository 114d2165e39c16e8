import { parse } from 'csv-parse/sync'
import type { Value } from './json.ts'

/**
 * A table with commas, tabs or semicolons (RFC 4180) as a list of objects, a row each, with its line.
 * The first line that is no comment names the columns. Null for a table that nobody can read.
 */
export function readTable(text: string): Value | null {
  const rows = rowsOf(text)
  const [head, ...others] = rows ?? []
  if (!head || head.record.length < 2) return null
  const list = others.map(({ record, info }): Value => {
    const { lines: line } = info
    const cells = record
      .slice(0, head.record.length)
      .map((cell, i) => [head.record[i], { line, is: cellValue(cell) }] as const)
    return { line, is: new Map(cells.filter(([, { is }]) => is !== null)) }
  })
  return { line: 1, is: list }
}

interface ReadRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function rowsOf(text: string): readonly ReadRow[] | null {
  try {
    return parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly ReadRow[]
  } catch {
    return null
  }
}

/** The one that stands most often in the line that names the columns. */
function delimiterOf(text: string): string {
  const head = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
  const often = (mark: string) => head.split(mark).length
  return ['\t', ';'].reduce((best, mark) => (often(mark) > often(best) ? mark : best), ',')
}

/** A number, a word, or null for nothing. */
function cellValue(cell: string): string | number | null {
  if (cell === '') return null
  const value = Number(cell)
  return Number.isNaN(value) ? cell : value
}
