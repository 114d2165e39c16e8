import type { Document } from '../facts/document/document.ts'
import { isAlike, plainValue, stepOf } from './alike.ts'
import { isSame } from './description.ts'
import { medianOf } from './figures.ts'
import type { PageFault } from './page-fault.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import type { SeedColumn } from './seed-columns.ts'

/** Fewer seeds than these have no middle. */
const fewest = 3

/**
 * Numbers outside of a README's seed tables that are the best of one, and neither its median nor said
 * to be the best: the first for each table.
 */
export function bestSeeds(page: Pick<Document, 'blocks'>): PageFault[] {
  const { columns, others } = quantitiesOf(page)
  const found = columns
    .filter(({ cells }) => cells.length >= fewest)
    .flatMap((column) =>
      others
        .filter(
          ({ about, stat, words }) =>
            stat === null && !isHonest.test(words) && isSame(about, column.about),
        )
        .flatMap((quantity) =>
          faultOf(quantity, column).map((fault) => ({ ...fault, at: column.table })),
        ),
    )
  return found.filter(({ at }, i) => found.findIndex((one) => one.at === at) === i)
}

const isHonest = /\b(best|luckiest|greatest|highest|lowest|least|min|max|top)\b/i

function faultOf(
  { line, number, seed, words }: Quantity,
  { cells, title, line: at }: SeedColumn,
): PageFault[] {
  const better = betterIn(`${words} ${title}`)
  if (better === null) return []
  const ascending = cells.toSorted((a, b) => plainValue(a.number) - plainValue(b.number))
  const best = ascending[better === 'lower' ? 0 : ascending.length - 1]
  const middle = medianOf(ascending.map((cell) => plainValue(cell.number)))
  const median = { ...best.number, value: best.number.percent ? 100 * middle : middle, of: null }
  if (!isAlike(number, best.number) || isAlike(number, median)) return []
  // "Headline (seed 0)" says which seed it is: where the median is as good, nothing is hidden.
  if (seed !== null && Math.abs(plainValue(median) - plainValue(number)) < 3 * stepOf(number))
    return []
  const shown = Number(median.value.toPrecision(4))
  return [
    {
      line,
      what: `${number.text.trim()} is the best of ${cells.length} seeds (line ${at}), and their median is ${shown}${best.number.percent ? ' %' : ''}: say so, or give the median`,
    },
  ]
}

/** Which way a metric is better, by its words; null where they say neither or both. */
export function betterIn(text: string): 'lower' | 'higher' | null {
  const lower =
    /\b(errors?|err|mse|rmse|nrmse|mae|loss|nll|cer|wer|perplexity|forgetting|distance|pain)\b/i.test(
      text,
    )
  const higher =
    /\b(acc(uracy)?|correct|success(es)?|solve[sd]?|auc|f1|precision|recall|score|reward|return|nmi|ami)\b/i.test(
      text,
    )
  return lower === higher ? null : lower ? 'lower' : 'higher'
}
