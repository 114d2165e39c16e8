import { join } from 'node:path'
import { entriesOf, foundModules, notLoaded } from './found-modules.ts'
import { askedOf, type NamedRule, type Rule } from './rule.ts'

/** The areas of the specification, in its order. */
export const areas = {
  README: 'What a reader finds',
  RUN: 'Whether it runs, and gives what it says',
  SEED: 'Seeds',
  CLAIM: 'Claims and their outcomes',
  GRAD: 'Gradients',
  GOLD: 'Records',
  DATA: 'Data',
  FIG: 'Figures and the animation',
  FAITH: 'Faithfulness to the paper',
  HYG: 'Hygiene',
  CAUSE: 'What a result depends on',
  CATALOGUE: 'What stands above many reproductions',
  READ: 'What only a reader can tell',
} as const

/**
 * All rules, found by looking into the folders of `rules/`, in the order of their clauses. Throws a
 * UserError for a file that stands in none of these folders, or that is no rule.
 */
export async function loadRules(root = join(import.meta.dirname, 'rules')): Promise<NamedRule[]> {
  const folders: readonly string[] = askedOf
  for (const entry of entriesOf(root)) {
    if (!folders.includes(entry))
      throw notLoaded(
        join(root, entry),
        `move it into a folder that is asked: ${folders.join(', ')}`,
      )
  }
  const rules = await Promise.all(
    askedOf.map(async (folder) => {
      const found = await foundModules<Rule>(join(root, folder), 'rule')
      return found.map(({ name, value }): NamedRule => ({ ...value, folder, name }))
    }),
  )
  return rules.flat().sort((a, b) => rank(a.clause) - rank(b.clause))
}

function rank(clause: string): number {
  const [area, number] = clause.split('-')
  return Object.keys(areas).indexOf(area) * 1000 + Number(number)
}
