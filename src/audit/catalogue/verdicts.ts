import { type VerdictWord, verdictWord } from '../text/verdict-word.ts'
import type { StubRow } from './stub-rows.ts'

/** What a catalogue says of a stub: a verdict, and whether it is only of the kind and not of the number. */
export interface StubVerdict {
  readonly word: VerdictWord | 'qualitative'
  /** As it stands there, to its first bracket or comma. */
  readonly written: string
}

/** The verdict of a row: the cell of the column that is called so, else the only cell that begins as one. */
export function verdictOfRow({
  header,
  cells,
}: Pick<StubRow, 'header' | 'cells'>): StubVerdict | null {
  const column = header.findIndex((title) => /^\W*(reproduc|replicat|verdict)/i.test(title))
  const found = (column > 0 ? [cells[column]] : cells.slice(1)).flatMap((cell) => {
    const word = cell ? verdictIn(cell.text) : null
    return word ? [{ word, written: cell.text.split(/[(,;:—–]/)[0].trim() }] : []
  })
  return found.length === 1 ? found[0] : null
}

export function verdictIn(text: string): StubVerdict['word'] | null {
  return /^\W*qualitativ/i.test(text) ? 'qualitative' : verdictWord(text)
}

/** Whether two verdicts cannot both be meant: "qualitative" is less than yes to some, and a kind of it to others. */
export function contradict(a: StubVerdict['word'], b: StubVerdict['word']): boolean {
  if (a === b) return false
  const [one, other] = [a, b].map((word) => (word === 'qualitative' ? 'some' : word))
  if (one === 'some' || other === 'some') return one === 'no' || other === 'no'
  return true
}
