import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Outcome } from '../claims/claim.ts'
import { comparedRows } from './markdown/compared-rows.ts'
import { lineOf, type Page } from './markdown/page.ts'
import { tablesIn } from './markdown/table.ts'
import { type VerdictWord, verdictWord } from './text/verdict-word.ts'

/** Where a README says whether something reproduces. */
export interface SaidOutcome {
  readonly line: number
  readonly word: VerdictWord
  /** The row's label and all of its words; null where it speaks of the whole. */
  readonly row: { readonly label: string; readonly text: string } | null
}

/** Verdicts of table rows, and statements of the kind "Reproduces: yes". */
export function saidOutcomes(page: Pick<Page, 'root'>): SaidOutcome[] {
  const tables = tablesIn(page.root.children)
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
  return [...rows, ...stated, ...statementsIn(page.root)]
}

function statementsIn(node: Nodes): SaidOutcome[] {
  if (node.type === 'paragraph' || node.type === 'heading') {
    const text = textOf(node)
    const found = /\b(?:reproduc|replicat)[a-z]*\??\s*[:=—–]\s*/i.exec(text)
    const word =
      found &&
      verdictWord(text.slice(found.index + found[0].length, found.index + found[0].length + 40))
    const line = lineOf(node) + (found ? text.slice(0, found.index).split('\n').length - 1 : 0)
    return word ? [{ line, word, row: null }] : []
  }
  if (node.type === 'table' || !('children' in node)) return []
  return node.children.flatMap(statementsIn)
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
