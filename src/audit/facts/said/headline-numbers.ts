import { type Document, everyBlock, tablesIn } from '../document/document.ts'
import { sectionNamed } from '../document/sections.ts'
import { lineAt, plain, type Text } from '../document/text.ts'
import { measuresIn, type WrittenNumber } from '../numbers/written-numbers.ts'
import { comparedRows } from './compared-rows.ts'

/** A number that a README gives as what came out. */
export interface HeadlineNumber {
  readonly line: number
  readonly number: WrittenNumber
  /** What it is a number of: the row's label and the column's title, or the sentence. */
  readonly label: string
  /** The words around it, in which "mean" may stand. */
  readonly about: string
}

/**
 * What stands for all seeds: numbers in columns of ours (the bold ones of a cell, else its first), and
 * bold numbers in the sentences of Results. What is said to be one seed's, or the best, is none.
 */
export function headlineNumbers(page: Pick<Document, 'blocks'>): HeadlineNumber[] {
  const blocks = sectionNamed(page, 'Results')?.blocks ?? []
  const inTables = tablesIn(blocks)
    .flatMap(comparedRows)
    .flatMap(({ line, label, ours, titles, about }) =>
      ours.flatMap(({ header, cell }) => {
        const named = `${label} ${header}`
        if (isOfOne(`${named} ${cell.text}`)) return []
        const bold = measuresIn(cell.strong)
        const numbers = bold.length > 0 ? bold : measuresIn(cell.text).slice(0, 1)
        return numbers.map((number) => ({
          line,
          number,
          label: named,
          about: `${named} ${cell.text} ${titles} ${about}`,
        }))
      }),
    )
  const sentences = everyBlock(blocks).flatMap((block) =>
    block.type === 'paragraph' ? inSentence(block.text) : [],
  )
  return [...inTables, ...sentences]
}

/**
 * "seed 3", "best of five", "worst": honest about what it is. "Median over seeds 0-4" is of all, and
 * "at least 2 points asked" is a bound.
 */
export const isOfOne = (text: string) =>
  /\b(best|worst|min(imum)?|max(imum)?|(?<!\bat )(least|most))\b|\bseed\s*=?\s*\d+(?!\s*[-–,]\s*\d)/i.test(
    text,
  )

/** No headline is longer, and every number in it is held against the whole of it. */
const longestSentence = 2000

function inSentence(paragraph: Text): HeadlineNumber[] {
  const text = plain(paragraph)
  if (text.length > longestSentence || isOfOne(text)) return []
  return paragraph.spans
    .filter(({ kind }) => kind === 'strong')
    .flatMap(({ start, end }) =>
      measuresIn(paragraph.words.slice(start, end)).map((number) => ({
        line: lineAt(paragraph, start),
        number,
        label: text,
        about: text,
      })),
    )
}
