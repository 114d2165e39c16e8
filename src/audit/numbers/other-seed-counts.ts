import type { Document } from '../facts/document/document.ts'
import { sectionsNamed } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { type SaidSeeds, saidSeeds } from '../facts/said/seed-counts.ts'
import type { PageFault } from './page-fault.ts'

/** "All ten seeds", "every one of the ten seeds": all that there are, and not some more. */
const allOfThem = /\b(?:all|(?:each|every one|all) of the)\s+$/i

/** "Five seeds (0-5)", and "all ten seeds" where all else under Results, tables and words, is of seven. */
export function otherSeedCounts(
  page: Pick<Document, 'blocks'>,
  inTables: readonly number[],
): PageFault[] {
  const statements = sectionsNamed(page, 'Results').flatMap(statementsOf)
  const said = statements.flatMap((statement) =>
    statement.kind === 'code'
      ? []
      : saidSeeds(statement.prose).map((seeds) => ({ ...seeds, statement })),
  )
  const ofAll = said.flatMap((one) => {
    const { text, count, statement } = one
    const at = statement.prose.indexOf(text)
    if (!allOfThem.test(statement.prose.slice(0, at))) return []
    const others = new Set([
      ...inTables,
      ...said.filter((other) => other !== one).map((other) => other.count),
    ])
    const [other] = others
    if (others.size !== 1 || other === undefined || other === count) return []
    return [
      {
        line: lineAt(statement, at),
        what: `"${text.trim()}" are said to be all, and everything else under Results is of ${other} seeds`,
      },
    ]
  })
  const listed = said.flatMap(({ statement, ...one }) => {
    const fault = listFault(statement.prose, one)
    return fault === null
      ? []
      : [{ line: lineAt(statement, statement.prose.indexOf(one.text)), what: fault }]
  })
  return [...ofAll, ...listed]
}

/** "Five seeds (0-5)" lists six. */
function listFault(prose: string, { text, count, seeds }: SaidSeeds): string | null {
  if (seeds !== null) return null
  const behind = prose.slice(prose.indexOf(text) + text.length)
  const list = /^\s*\((?:seeds?\s+)?(\d{1,4}\s*(?:-|–|—|to|\.\.)\s*\d{1,4})\)/.exec(behind)?.[1]
  const [first, last] = list?.match(/\d+/g)?.map(Number) ?? []
  if (list === undefined || first === undefined || last === undefined) return null
  const listed = last - first + 1
  return listed === count || listed < 2
    ? null
    : `"${text.trim()}" are said, and ${list} behind it are ${listed}`
}
