import { verdictWord } from '../../text/verdict-word.ts'
import type { Cell, Table } from '../document/document.ts'

/** What a cell says, and what of it is bold. */
export type SaidCell = Pick<Cell, 'text' | 'strong'>

/** A table, or one that was turned, its columns named by `header`. */
interface Grid {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly SaidCell[] }[]
}

/** A row in which the paper's figure and ours stand side by side. */
export interface ComparedRow {
  readonly line: number
  /** What the row is about: its first cell. */
  readonly label: string
  readonly paper: SaidCell | null
  /** One cell for each column of ours, with what the column is called. */
  readonly ours: readonly { readonly header: string; readonly cell: SaidCell }[]
  readonly verdict: SaidCell | null
  /** What the columns of figures are called. */
  readonly titles: string
  /** The heading above the table, and the words before it. */
  readonly about: string
}

const paperTitle =
  /^(the )?(paper|original|published|reported|authors?|theirs|claimed|literature)\b/i
const oursTitle =
  /^(ours?|our \w+|we|this|here|measured|observed|reproduc\w*|replication|stub|obtained|got|actual|results?)\b/i
/** "Solved, paper", "solved (ours)": whose it is stands behind what it is. */
const paperBehind = /[,:(]\s*(the )?paper('s)?\)?$/i
const oursBehind = /[,:(]\s*ours\)?$/i
const isPaper = (title: string) => paperTitle.test(title) || paperBehind.test(title.trim())
const isOurs = (title: string) => oursTitle.test(title) || oursBehind.test(title.trim())
const verdictTitle =
  /^(reproduc\w*|replicat\w*|match\w*|verdict|status|outcome|came out|agree\w*|holds?|result|ok|pass\w*)\b/i

/** The rows of a table that has a column of ours. A table that lies on its side is turned. */
export function comparedRows(table: Table): ComparedRow[] {
  const { header, rows } = upright(table)
  const about = `${table.under} ${table.lead}`
  const verdictAt = header.findIndex(
    (title, i) => i > 0 && verdictTitle.test(title) && saysVerdicts(rows, i),
  )
  const paperAt = header.findIndex((title, i) => i > 0 && i !== verdictAt && isPaper(title))
  const oursAt = header.flatMap((title, i) =>
    i > 0 && i !== verdictAt && i !== paperAt && isOurs(title) ? [i] : [],
  )
  if (oursAt.length === 0) return []
  return rows.map(({ line, cells }) => ({
    line,
    label: cells[0]?.text ?? '',
    paper: cells[paperAt] ?? null,
    ours: oursAt.flatMap((i) => (cells[i] ? [{ header: header[i], cell: cells[i] }] : [])),
    verdict: cells[verdictAt] ?? null,
    titles: [0, paperAt, ...oursAt].map((i) => header[i] ?? '').join(' '),
    about,
  }))
}

/** Some cell of the column is a verdict, and none is a number. */
const saysVerdicts = (rows: Grid['rows'], i: number) =>
  rows.some(({ cells }) => verdictWord(cells[i]?.text ?? '') !== null) &&
  rows.every(({ cells }) => !/^[\d.]+\s*%?$/.test(cells[i]?.text ?? ''))

/** Rows "Paper" and "Ours" with an arm in each column become columns. */
function upright(grid: Grid): Grid {
  const { header, rows } = grid
  const labels = rows.map(({ cells }) => cells[0]?.text ?? '')
  const isTurned =
    labels.some((label) => paperTitle.test(label)) &&
    labels.some((label) => oursTitle.test(label)) &&
    !header.some((title) => oursTitle.test(title))
  if (!isTurned) return grid
  const turned = header.slice(1).map((title, i) => {
    const cells = rows.map((row) => row.cells[i + 1] ?? { text: '', strong: '' })
    const ours = rows[labels.findIndex((label) => oursTitle.test(label))]
    return { line: ours.line, cells: [{ text: title, strong: '' }, ...cells] }
  })
  return { header: [header[0] ?? '', ...labels], rows: turned }
}
