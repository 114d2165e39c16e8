import { formatSeeds } from '../../claims/seeds.ts'
import type { Document, Table } from '../facts/document/document.ts'
import { partsOf } from '../facts/document/sections.ts'
import { saidSeeds } from '../facts/said/seed-counts.ts'
import { otherSeedCounts } from './other-seed-counts.ts'
import type { PageFault } from './page-fault.ts'
import { quantitiesOf } from './quantities.ts'

/** Longer paragraphs above a table speak of more than of the table. */
const longestLead = 200
/** More than these are left out of no sequence: the seeds were picked otherwise. */
const mostMissing = 2
const fewestInSequence = 4

/** Tables of seeds that hold other seeds than is said right above them, or leave one out in silence. */
export function countedSeeds(page: Pick<Document, 'blocks'>): PageFault[] {
  const words = partsOf(page.blocks).flatMap(({ kind, text }) => (kind === 'code' ? [] : [text]))
  const tables = seedsByTable(page)
  return [
    ...tables.flatMap(({ table, seeds }) => [
      ...otherThanSaid(table, seeds),
      ...leftOut(table, seeds, words),
    ]),
    ...otherSeedCounts(
      page,
      tables.map(({ seeds }) => seeds.length),
    ),
  ]
}

function seedsByTable(page: Pick<Document, 'blocks'>) {
  const tables = new Map<Table, Set<number>>()
  for (const { table, cells } of quantitiesOf(page).columns) {
    const seeds = tables.get(table) ?? new Set()
    for (const { seed } of cells) seeds.add(seed)
    tables.set(table, seeds)
  }
  return [...tables].map(([table, seeds]) => ({ table, seeds: [...seeds].sort((a, b) => a - b) }))
}

function otherThanSaid({ lead, under, line }: Table, seeds: readonly number[]): PageFault[] {
  const said = [lead, under].map((text) => (text.length > longestLead ? [] : saidSeeds(text)))
  const nearest = said.find((some) => some.length > 0) ?? []
  const [first] = nearest
  if (!first || nearest.some(({ count }) => count !== first.count) || first.count === seeds.length)
    return []
  return [
    {
      line,
      what: `"${first.text.trim()}" is said of a table of ${seeds.length} seeds, ${formatSeeds(seeds)}`,
    },
  ]
}

function leftOut({ line }: Table, seeds: readonly number[], words: readonly string[]): PageFault[] {
  const [first, last] = [seeds[0], seeds[seeds.length - 1]]
  if (first === undefined || last === undefined || seeds.length < fewestInSequence) return []
  if (last - first + 1 - seeds.length > mostMissing) return []
  const missing = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (seed) => !seeds.includes(seed),
  )
  // "Seeds 0-4, 2.2 times" speaks of no seed 2, nor do "5 of 5 seeds".
  const isSpokenOf = (seed: number) =>
    words.some((text) =>
      new RegExp(`\\bseeds?\\b[^.;]{0,60}(?<![\\d.])\\b${seed}\\b(?!\\.\\d)`, 'i').test(text),
    )
  return missing
    .filter((seed) => !isSpokenOf(seed))
    .map((seed) => ({
      line,
      what: `seed ${seed} is left out of ${first} to ${last}, and it is not said why`,
    }))
}
