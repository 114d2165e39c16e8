import { sampleDeviation } from '../../claims/statistics/moments.ts'
import { type Document, type Table, tablesIn } from '../facts/document/document.ts'
import { sectionsNamed } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { saidSeeds, seedIn } from '../facts/said/seed-counts.ts'
import { isAlike, plainValue, stepOf } from './alike.ts'
import { meanOf } from './figures.ts'
import type { PageFault } from './page-fault.ts'
import { quantitiesOf } from './quantities.ts'
import { aboveOf, type SeedColumn } from './seed-columns.ts'
import { cut, sentencesOf } from './segments.ts'

const fewest = 3

/** A range, a mean with its deviation, or a best seed that is told of a table of seeds, and is not its own. */
export function toldOfSeeds(page: Pick<Document, 'blocks'>): PageFault[] {
  const columns = quantitiesOf(page).columns.filter(({ cells }) => cells.length >= fewest)
  if (columns.length === 0) return []
  const sections = sectionsNamed(page, 'Results')
  const tables = sections.flatMap(({ blocks }) => tablesIn(blocks))
  const inTables = tables
    .filter((table) => !columns.some((column) => column.table === table))
    .flatMap((table) => inTable(table, columns))
  const inSentences = sections
    .flatMap(statementsOf)
    .filter(({ kind }) => kind === 'prose')
    .flatMap((statement) =>
      sentencesOf(statement.prose).flatMap((sentence) => {
        const text = cut(statement.prose, sentence)
        const start = sentence.start + Math.max(0, text.search(/\S/))
        const line = lineAt(statement, start)
        return [...meanInSentence(text, columns), ...bestInSentence(text, columns)].map((what) => ({
          line,
          what,
        }))
      }),
    )
  return [...inTables, ...inSentences]
}

const named = (text: string) => text.replace(/[*_`]/g, '').trim().toLowerCase()

/** Rows that are called as a column of seeds is, in a table that speaks of no other seeds. */
function inTable(table: Table, columns: readonly SeedColumn[]): PageFault[] {
  return table.rows.flatMap(({ line, cells }) => {
    const own = columns.filter(({ title }) => named(title) === named(cells[0]?.text ?? ''))
    const [column] = own
    if (!column || own.length > 1) return []
    const texts = [...table.header, ...aboveOf(table), ...cells.map(({ text }) => text)]
    const isOfOthers = texts
      .flatMap(saidSeeds)
      .some(({ count, seeds }) => count !== column.cells.length || (seeds && !holds(column, seeds)))
    if (isOfOthers) return []
    return cells.slice(1).flatMap(({ text }) => {
      const numbers = numbersIn(text)
      const what = rangeFault(numbers, column) ?? meanFault(numbers, column)
      return what === null ? [] : [{ line, what }]
    })
  })
}

const holds = ({ cells }: SeedColumn, seeds: readonly number[]) =>
  cells.every(({ seed }) => seeds.includes(seed))

const ascending = ({ cells }: SeedColumn) =>
  cells.map(({ number }) => number).toSorted((a, b) => plainValue(a) - plainValue(b))

/** One end of a range is the column's: so it is the column's range, and the other end must be, too. */
function rangeFault(numbers: readonly WrittenNumber[], column: SeedColumn): string | null {
  const [low, high] = numbers
  if (numbers.length !== 2 || !low?.ranged || !high?.ranged) return null
  if (low.places < 2 || high.places < 2) return null
  const all = ascending(column)
  const [least, greatest] = [all[0], all[all.length - 1]]
  if (!least || !greatest || isAlike(low, least) === isAlike(high, greatest)) return null
  return `${low.text.trim()} to ${high.text.trim()} is given as a range, and the seeds of ${column.title.trim()} (line ${column.line}) go from ${least.text.trim()} to ${greatest.text.trim()}`
}

/** The deviation is the column's: so the mean before it must be, too. */
function meanFault(numbers: readonly WrittenNumber[], column: SeedColumn): string | null {
  const [mean, spread] = numbers
  if (numbers.length !== 2 || !mean || !spread?.spread || !isSpreadOf(spread, column)) return null
  const is = meanOf(column.cells.map(({ number }) => plainValue(number)))
  const slack = 0.5 * stepOf(mean) + 0.5 * Math.max(...column.cells.map((c) => stepOf(c.number)))
  if (Math.abs(plainValue(mean) - is) <= slack * (1 + 1e-9)) return null
  const shown = Number((mean.percent ? 100 * is : is).toPrecision(4))
  return `${mean.text.trim()} is given as the mean, and the ${column.cells.length} seeds of ${column.title.trim()} (line ${column.line}), whose deviation it has, come to ${shown}`
}

/** Told by two digits at least, of a sample or of all. */
function isSpreadOf(spread: WrittenNumber, { cells }: SeedColumn): boolean {
  if (spread.value / spread.step < 9.5) return false
  const scale = spread.percent ? 100 : 1
  const sample = scale * sampleDeviation(cells.map(({ number }) => plainValue(number)))
  const ofAll = sample * Math.sqrt((cells.length - 1) / cells.length)
  return [sample, ofAll].some((one) => Math.abs(one - spread.value) <= 0.5 * spread.step + 1e-12)
}

function meanInSentence(text: string, columns: readonly SeedColumn[]): string[] {
  const numbers = numbersIn(text)
  const at = numbers.findIndex(({ spread }) => spread)
  if (!/\bmeans?\b/i.test(text) || numbers.length !== 2 || at !== 1) return []
  const words: ReadonlySet<string> = new Set(text.toLowerCase().match(/[\p{L}\p{N}_-]+/gu))
  const own = columns.filter(
    (column) => words.has(named(column.title)) && isSpreadOf(numbers[1], column),
  )
  const what = own.length === 1 && own[0] ? meanFault(numbers, own[0]) : null
  return what === null ? [] : [what]
}

const superlative = /\b(best|worst|luckiest|poorest|highest|lowest)\b/i
const ofOthers =
  /\b(second|third|next|rest|except|other|others|but|gap|margin|difference|ratio|one of|among|paper)\b/i

/** "Best of all is seed 1 with 0.954": the value is that seed's, and must be an end of its column. */
function bestInSentence(text: string, columns: readonly SeedColumn[]): string[] {
  return text.split(';').flatMap((clause) => {
    const seed = seedIn(clause)
    if (seed === null || !superlative.test(clause) || ofOthers.test(clause)) return []
    const [number, ...more] = numbersIn(clause.replace(/\bseed\s*[=:]?\s*\d+/gi, ' '))
    if (!number || more.length > 0 || number.places < 2) return []
    const own = columns.filter(({ cells }) =>
      cells.some((cell) => cell.seed === seed && isAlike(cell.number, number)),
    )
    const [column] = own
    if (!column || own.length > 1) return []
    const all = ascending(column)
    const [least, greatest] = [all[0], all[all.length - 1]]
    if (!least || !greatest || isAlike(number, least) || isAlike(number, greatest)) return []
    return [
      `“${superlative.exec(clause)?.[0]}” is said of seed ${seed} with ${number.text.trim()}, and ${column.title.trim()} (line ${column.line}) goes from ${least.text.trim()} to ${greatest.text.trim()}`,
    ]
  })
}
