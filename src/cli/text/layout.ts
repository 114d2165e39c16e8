import { stripVTControlCharacters } from 'node:util'

/** Columns that a text takes on a terminal: colours take none. */
export function visibleWidth(text: string): number {
  return [...stripVTControlCharacters(text)].length
}

export function padTo(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, width - visibleWidth(text)))
  return side === 'left' ? text + gap : gap + text
}

/** Words in lines of at most `width` columns; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const longer = line ? `${line} ${word}` : word
    if (line && visibleWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

/** Text after a label of `indent` columns, further lines under the first. */
export function hanging(label: string, indent: number, text: string, width: number): string[] {
  const lines = wrap(text, width - indent)
  return lines.map((line, i) => (i === 0 ? padTo(label, indent) : ' '.repeat(indent)) + line)
}

/** A line of at most `width` columns; what is left out is shown to be. */
export const cut = (text: string, width: number): string =>
  visibleWidth(text) <= width ? text : `${[...text].slice(0, width - 1).join('')}…`

export interface Column {
  readonly head: string
  readonly side?: 'left' | 'right'
}

/** Rows under heads, columns two spaces apart, no trailing space. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ head }) => head), ...rows]
  const widths = columns.map((_, i) => Math.max(...all.map((row) => visibleWidth(row[i]))))
  return all.map((row) =>
    row
      .map((cell, i) => padTo(cell, widths[i], columns[i].side))
      .join('  ')
      .trimEnd(),
  )
}

export const indented = (lines: readonly string[], by = 2) =>
  lines.map((line) => (line ? ' '.repeat(by) + line : line))
