import type { Document } from '../facts/document/document.ts'
import { sectionsNamed } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { namedArms } from '../text/named-arms.ts'
import { plainValue } from './alike.ts'
import { betterIn } from './best-seed.ts'
import type { PageFault } from './page-fault.ts'
import { quantitiesOf } from './quantities.ts'
import type { SeedColumn } from './seed-columns.ts'
import { cut, sentencesOf, stretchAt } from './segments.ts'

const rank =
  /\b(consistently|always|every time)\s+(first|best|last|worst)\b|\b(first|best|last|worst)\s+(?:in|on|for|across|over)\s+(?:all|every|each)\b/gi
const ofSeeds = /\b(all|every|each)\s+(?:\w+\s+){0,2}seeds?\b/i

/** "The tree is consistently last across all three seeds", against the tables that give those seeds. */
export function wrongRanks(page: Pick<Document, 'blocks'>): PageFault[] {
  const { columns: all } = quantitiesOf(page)
  const tables = [...new Set(all.map(({ table }) => table))].map((table) =>
    all.filter((column) => column.table === table),
  )
  return sectionsNamed(page, 'Results')
    .flatMap(statementsOf)
    .filter(({ kind }) => kind === 'prose')
    .flatMap((statement) => {
      const sentences = sentencesOf(statement.prose)
      return [...statement.prose.matchAll(rank)].flatMap(
        ({ index, 0: written, 2: behind, 3: before }) => {
          const sentence = stretchAt(sentences, index)
          if (!sentence || !ofSeeds.test(cut(statement.prose, sentence))) return []
          const lead = statement.prose.slice(sentence.start, index)
          const end = (behind ?? before ?? '').toLowerCase()
          const isBest = end === 'first' || end === 'best'
          return tables.flatMap((columns) => {
            const what = faultOf(lead, isBest, columns)
            return what === null
              ? []
              : [{ line: lineAt(statement, index), what: `“${written}” is said, and ${what}` }]
          })
        },
      )
    })
}

function faultOf(lead: string, isBest: boolean, columns: readonly SeedColumn[]): string | null {
  const arms = columns.map(({ title }) => title.trim())
  // The arm that is named last before the words is the one that they are of.
  const clause = lead.split(/,|;|\band\b|\bwhile\b/).at(-1) ?? ''
  const named = namedArms(clause, arms)
  const own = columns.find(({ title }) => title.trim() === named[0])
  const [{ about, table, line }] = columns
  const better = betterIn([...about.around, ...about.own, table.lead, table.under].join(' '))
  if (named.length !== 1 || !own || better === null || columns.length < 2) return null
  for (const { seed, number, line: at } of own.cells)
    for (const { title, cells } of columns) {
      const other = cells.find((cell) => cell.seed === seed)
      if (!other || title === own.title) continue
      const ahead = (plainValue(number) - plainValue(other.number)) * (better === 'higher' ? 1 : -1)
      if (isBest ? ahead < 0 : ahead > 0)
        return `on seed ${seed} ${own.title.trim()} has ${number.text.trim()} (line ${at}) and ${title.trim()} ${other.number.text.trim()} (line ${other.line || line})`
    }
  return null
}
