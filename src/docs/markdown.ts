/**
 * A sentence of a declaration as Markdown for one table cell: its code spans stay, everything else
 * is literal. A backtick without a partner opens no code span.
 */
export function cell(text: string): string {
  const parts = text.replace(/\s+/g, ' ').trim().split('`')
  const spans = parts.length % 2 === 1
  const joined = parts.map((part, i) => (spans && i % 2 === 1 ? part : literal(part)))
  return joined.join(spans ? '`' : '\\`').replaceAll('|', '\\|')
}

/**
 * Text in a code span. Throws RangeError for a text with a backtick; keys, digests and commands
 * have none.
 */
export function code(text: string): string {
  if (text.includes('`')) throw new RangeError(`${text} cannot stand in a code span`)
  return `\`${text.replaceAll('|', '\\|')}\``
}

export function link(text: string, target: string): string {
  return `[${text}](${target})`
}

/** A GFM table. Cells are Markdown of one line, already escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Blocks of Markdown, with an empty line between them. */
export function paragraphs(...blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n')
}

function literal(text: string): string {
  return text.replace(/[\\*_<~[\]]/g, (mark) => `\\${mark}`)
}
