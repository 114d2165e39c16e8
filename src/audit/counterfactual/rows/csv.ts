import { parse } from 'csv-parse/sync'
import type { Rows } from './rows.ts'

/** Which rows and which column of a table: by the names in its first line, or by place from 0. */
export interface TableChoice {
  readonly label: string | number
  /** The rows in which a column has this value; all without it. */
  readonly where?: { readonly column: string | number; readonly is: string }
}

/** The chosen rows of a table, as whole rows and as their labels alone. Null when it is no such table. */
export function csvRows(
  bytes: Uint8Array,
  { label, where }: TableChoice,
): { readonly labels: Rows; readonly examples: Rows } | null {
  const text = Buffer.from(bytes).toString('utf8')
  const delimiter = [',', ';', '\t'].find((mark) => text.split('\n')[0].includes(mark)) ?? ','
  const lines = cellsOf(text, delimiter)
  const hasHead = typeof label === 'string'
  const [head] = lines
  if (!head) return null
  const place = (column: string | number) =>
    typeof column === 'number' ? column : head.indexOf(column)
  const [labelAt, whereAt] = [place(label), where ? place(where.column) : 0]
  if (labelAt < 0 || whereAt < 0) return null
  const chosen = lines.flatMap((cells, i) =>
    (hasHead && i === 0) || (where && cells[whereAt] !== where.is) ? [] : [i],
  )
  const view = (key: (cells: readonly string[]) => string, taken: Taken): Rows => ({
    count: chosen.length,
    key: (row) => key(lines[chosen[row]]),
    rearranged(source) {
      const out: (readonly string[])[] = [...lines]
      chosen.forEach((line, row) => {
        out[line] = taken(lines[line], lines[chosen[source[row]]])
      })
      return Buffer.from(`${out.map((cells) => written(cells, delimiter)).join('\n')}\n`)
    },
    halved: () => null,
  })
  return {
    labels: view(
      (cells) => cells[labelAt] ?? '',
      (own, other) => own.map((cell, i) => (i === labelAt ? other[i] : cell)),
    ),
    examples: view(
      (cells) => cells.join('\u0000'),
      (_, other) => other,
    ),
  }
}

type Taken = (own: readonly string[], other: readonly string[]) => readonly string[]

function cellsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, bom: true })
  } catch {
    return []
  }
}

const written = (cells: readonly string[], delimiter: string) =>
  cells
    .map((cell) =>
      cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(delimiter)
