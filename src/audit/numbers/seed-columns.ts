import type { Cell, Row, Table } from '../facts/document/document.ts'
import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { seedIn } from '../facts/said/seed-counts.ts'
import { type Description, describe } from './description.ts'

/** A number of one seed in a table of a README. */
export interface SeedCell {
  readonly seed: number
  readonly number: WrittenNumber
  readonly line: number
}

/** What a README gives seed by seed: a column of a table with a row a seed, or the reverse. */
export interface SeedColumn {
  /** As the table calls it: "solve rate". */
  readonly title: string
  readonly line: number
  readonly table: Table
  readonly about: Description
  readonly cells: readonly SeedCell[]
  /** "mean", "median" and the like, of the same table. */
  readonly summaries: readonly {
    readonly stat: Summary
    readonly number: WrittenNumber
    readonly line: number
  }[]
}

export type Summary = 'mean' | 'median' | 'least' | 'greatest'

const summaries: readonly (readonly [Summary, RegExp])[] = [
  ['mean', /^\W*(mean|average|avg)\b/i],
  ['median', /^\W*median\b/i],
  ['least', /^\W*min(imum)?\b/i],
  ['greatest', /^\W*max(imum)?\b/i],
]

export const summaryIn = (text: string): Summary | null =>
  summaries.find(([, said]) => said.test(text))?.[0] ?? null

/** The seed that a label names: "3", where the column is called so, or "seed 3". */
const seedOf = (label: string, isSeedColumn: boolean): number | null => {
  const bare = /^\s*(\d{1,10})\s*$/.exec(label)
  if (isSeedColumn && bare) return Number(bare[1])
  return /^\s*seed\s*[=:#]?\s*\d+\s*$/i.test(label) ? seedIn(label) : null
}

/** A cell that is one number, whatever stands in brackets behind it; "12 / 4 / 3" is none. */
export function soleNumber(text: string): WrittenNumber | null {
  const numbers = numbersIn(text)
  const [first, ...others] = numbers.filter(({ aside, spread }) => !aside && !spread)
  if (!first || others.length > 0 || first.ranged) return null
  return /^[\s*~≈]*$/.test(text.slice(0, first.at)) ? first : null
}

/** What stands above a table, where it tells what the table is of; a result of its own does not. */
export const aboveOf = ({ lead, under }: Table): string[] =>
  [/:\s*$/.test(lead) || !/\d\.\d|\d\s?%/.test(lead) ? lead : '', under].filter(
    (text) => text !== '',
  )

/** The series by seed that a table gives; empty where it is no table of seeds. */
export function seedColumns(table: Table): SeedColumn[] {
  return [...byRow(table), ...byColumn(table)].filter(({ cells }) => cells.length > 1)
}

/** Whether a row is of a seed, in a table with a row a seed. */
function seedOfRow({ header }: Table, { cells }: Row): number | null {
  return seedOf(cells[0]?.text ?? '', /^\W*(random )?seeds?\W*$/i.test(header[0] ?? ''))
}

function byRow(table: Table): SeedColumn[] {
  const { header, rows, line } = table
  const seeds = rows.map((row) => seedOfRow(table, row))
  if (seeds.filter((seed) => seed !== null).length < 2) return []
  return header.slice(1).map((title, i) => {
    const read = rows.map(({ cells, line }) => ({
      number: soleNumber(cells[i + 1]?.text ?? ''),
      line,
      label: cells[0]?.text ?? '',
    }))
    return {
      title,
      line,
      table,
      about: describe([title], aboveOf(table)),
      cells: read.flatMap(({ number, line }, at) => cellOf(seeds[at], number, line)),
      summaries: read.flatMap(({ number, line, label }) => summaryOf(label, number, line)),
    }
  })
}

function byColumn(table: Table): SeedColumn[] {
  const { header, rows } = table
  // "Seed | 0 | 1 | 2", or "| seed 0 | seed 1 |".
  const isOfSeeds = /^\W*(random )?seeds?\W*$/i.test(header[0] ?? '')
  const seeds = header.map((title, i) => seedOf(title, isOfSeeds && i > 0))
  if (seeds.filter((seed) => seed !== null).length < 2) return []
  return rows.map(({ line, cells }) => {
    const read = cells.map(({ text }: Cell) => soleNumber(text))
    const label = cells[0]?.text ?? ''
    return {
      title: label,
      line,
      table,
      about: describe([label], aboveOf(table)),
      cells: read.flatMap((number, i) => cellOf(seeds[i] ?? null, number, line)),
      summaries: read.flatMap((number, i) => summaryOf(header[i] ?? '', number, line)),
    }
  })
}

const cellOf = (seed: number | null, number: WrittenNumber | null, line: number): SeedCell[] =>
  seed === null || number === null ? [] : [{ seed, number, line }]

function summaryOf(label: string, number: WrittenNumber | null, line: number) {
  const stat = summaryIn(label)
  return stat === null || number === null ? [] : [{ stat, number, line }]
}
