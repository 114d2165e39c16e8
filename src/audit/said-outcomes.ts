import type { Outcome } from '../claims/claim.ts'
import { type Document, proseIn, tablesIn } from './facts/document/document.ts'
import { lineAt, type Text } from './facts/document/text.ts'
import { comparedRows } from './facts/said/compared-rows.ts'
import { type VerdictWord, verdictWord } from './text/verdict-word.ts'

/** Where a README says whether something reproduces. */
export interface SaidOutcome {
  readonly line: number
  readonly word: VerdictWord
  /** The row's label and all of its words; null where it speaks of the whole. */
  readonly row: { readonly label: string; readonly text: string } | null
}

/** Verdicts of table rows, and statements of the kind "Reproduces: yes". */
export function saidOutcomes(page: Pick<Document, 'blocks'>): SaidOutcome[] {
  const tables = tablesIn(page.blocks)
  const rows = tables.flatMap(comparedRows).flatMap(({ line, label, paper, ours, verdict }) => {
    const word = verdictWord(verdict?.text ?? '')
    const text = [label, paper?.text, ...ours.map(({ cell }) => cell.text)].join(' ')
    return word === null ? [] : [{ line, word, row: { label, text } }]
  })
  // A table of two columns that lists what is said of the whole: "Reproduces | yes".
  const stated = tables.flatMap(({ header, rows: all }) =>
    header.length !== 2
      ? []
      : all.flatMap(({ line, cells }) => {
          const word =
            /^(reproduc|replicat)\w*\??$/i.test(cells[0]?.text ?? '') &&
            verdictWord(cells[1]?.text ?? '')
          return word ? [{ line, word, row: null }] : []
        }),
  )
  return [...rows, ...stated, ...proseIn(page.blocks).flatMap(({ text }) => saidIn(text))]
}

function saidIn(text: Text): SaidOutcome[] {
  const { words } = text
  const found = /\b(?:reproduc|replicat)[a-z]*\??\s*[:=—–]\s*/i.exec(words)
  if (!found) return []
  const at = found.index + found[0].length
  const word = verdictWord(words.slice(at, at + 40))
  return word ? [{ line: lineAt(text, found.index), word, row: null }] : []
}

/** Whether a word is a fair one for an outcome. What is only in part so is no yes and may be a no. */
export function isFair(word: VerdictWord, outcome: Outcome): boolean {
  switch (word) {
    case 'yes':
      return outcome === 'replicates'
    case 'no':
      return outcome !== 'replicates' && outcome !== 'partial'
    case 'partial':
      return outcome === 'partial' || outcome === 'replicates'
  }
}
