import { type Document, proseIn, tablesIn } from '../facts/document/document.ts'
import { plain } from '../facts/document/text.ts'
import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'

/** A number with the words right before it, which name it: "test MSE 0.0007". */
export interface LabelledNumber {
  readonly number: WrittenNumber
  /** The last of those words, in small letters: "mse". */
  readonly label: string
  readonly line: number
}

/** Labels that name a measurement, and neither a setting nor a count. */
const measures =
  /^(mse|rmse|nrmse|mae|nll|auc|auroc|nmi|ami|iou|f1|bce|cosine|cos|amari|kurtosis|accuracy|acc|error|err|loss|perplexity|median|mean)$/

/** The measurements of a text, by the word before each: "AUC 0.989", "mean of 4800", "MSE = 0.0007". */
export function labelledIn(text: string, line: number): LabelledNumber[] {
  return numbersIn(text).flatMap((number) => {
    if (number.ranged || number.spread || number.times || number.of !== null) return []
    const before = text.slice(Math.max(0, number.at - 40), number.at)
    const label = /(\p{L}[\p{L}\d]*)[\s:=≈~]*(?:\b(?:of|is|was)\b)?\s*$/u
      .exec(before)?.[1]
      .toLowerCase()
    return label && measures.test(label) ? [{ number, label, line }] : []
  })
}

/** Those of a page: of its prose, its cells, and cells by the title of their column or the label of their row. */
export function labelledOn(page: Document): LabelledNumber[] {
  const prose = proseIn(page.blocks).flatMap(({ text, line }) => labelledIn(plain(text), line))
  const cells = tablesIn(page.blocks).flatMap(({ rows }) =>
    rows.flatMap(({ cells: own, line }) =>
      own.flatMap(({ text, column, row }) => [
        ...labelledIn(text, line),
        ...labelledIn(`${column} ${text}`, line),
        ...labelledIn(`${row} ${text}`, line),
        ...labelledIn(`${row.split(/\s/)[0]} ${text}`, line),
      ]),
    ),
  )
  return [...prose, ...cells]
}
