import { type Document, type Table, tablesIn } from '../facts/document/document.ts'
import { sectionsNamed } from '../facts/document/sections.ts'
import { type Statement, statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { seedIn } from '../facts/said/seed-counts.ts'
import { type Description, describe } from './description.ts'
import {
  aboveOf,
  type SeedColumn,
  type Summary,
  seedColumns,
  soleNumber,
  summaryIn,
} from './seed-columns.ts'
import { cut, partsOf, sentencesOf } from './segments.ts'

/** A number under Results with what it is of, told by the README alone. */
export interface Quantity {
  readonly line: number
  readonly number: WrittenNumber
  readonly about: Description
  readonly seed: number | null
  readonly stat: Summary | null
  /** Of the table that it stands in; null in a sentence. */
  readonly table: Table | null
  /** All that names it, for words that tell what it is. */
  readonly words: string
}

/** What a README gives as results: seed by seed, and otherwise. */
export interface Quantities {
  readonly columns: readonly SeedColumn[]
  readonly others: readonly Quantity[]
}

/** More of them are compared with each other by nobody. */
const most = 300

const known = new WeakMap<Pick<Document, 'blocks'>, Quantities>()

export function quantitiesOf(page: Pick<Document, 'blocks'>): Quantities {
  const before = known.get(page)
  if (before) return before
  const sections = sectionsNamed(page, 'Results')
  const tables = sections.flatMap(({ blocks }) => tablesIn(blocks))
  const columns = tables.flatMap(seedColumns)
  const ofSeeds = tables.filter((table) => seedColumns(table).length > 0)
  const cells = tables.flatMap((table) =>
    ofSeeds.includes(table)
      ? []
      : table.rows.flatMap(({ line, cells }) =>
          cells.slice(1).flatMap(({ text, row, column }): Quantity[] => {
            const number = soleNumber(text)
            if (number === null) return []
            return [quantityOf({ line, number, table }, [row, column], aboveOf(table))]
          }),
        ),
  )
  const sentences = sections.flatMap(statementsOf).flatMap(inSentence)
  const quantities = {
    columns: columns.slice(0, most),
    others: [...cells, ...sentences].slice(0, most),
  }
  known.set(page, quantities)
  return quantities
}

function quantityOf(
  { line, number, table }: Pick<Quantity, 'line' | 'number' | 'table'>,
  own: readonly string[],
  around: readonly string[],
): Quantity {
  const texts = [...own, ...around]
  const isOfSeveral = texts.some((text) => /\bseeds\b/i.test(text))
  const seeds = new Set(texts.flatMap((text) => seedIn(text) ?? []))
  return {
    line,
    number,
    about: describe(own, around),
    seed: seeds.size === 1 && !isOfSeveral ? [...seeds][0] : null,
    table,
    stat: texts.map(statIn).find((stat) => stat !== null) ?? null,
    words: texts.join(' ; '),
  }
}

/** "median over seeds 0-4", "mean": the statistic that a text names anywhere. */
function statIn(text: string): Summary | null {
  const found = /\b(mean|average|median)\b/i.exec(text)
  return found ? summaryIn(found[0]) : summaryIn(text)
}

/** "seed 0: solve rate 0.912": a part of a sentence with one seed and one number besides. */
function inSentence(statement: Statement): Quantity[] {
  const { kind, prose } = statement
  if (kind !== 'prose') return []
  return sentencesOf(prose).flatMap((sentence) => {
    const parts = partsOf(prose, sentence, () => true)
    return parts.flatMap((part) => {
      const text = cut(prose, part)
      const seed = seedIn(text)
      if (seed === null || /\bseeds\b/i.test(text)) return []
      const numbers = numbersIn(
        text.replace(/\bseed\s*[=:]?\s*\d+/i, (said) => ' '.repeat(said.length)),
      )
      const [number] = numbers
      if (numbers.length !== 1 || !number) return []
      const words = text.replace(number.text, ' ')
      const line = lineAt(statement, part.start + number.at)
      return [quantityOf({ line, number, table: null }, [words], [`seed ${seed}`])]
    })
  })
}
