import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
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

/** All rules, found by looking into the folders of `rules/`, in the order of their clauses. */
export async function loadRules(): Promise<NamedRule[]> {
  const root = join(import.meta.dirname, 'rules')
  const found = askedOf.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => /^[a-z-]+\.(js|ts)$/.test(file))
      .map((file) => ({ folder, file })),
  )
  const rules = await Promise.all(
    found.map(async ({ folder, file }): Promise<NamedRule> => {
      const { href } = pathToFileURL(join(root, folder, file))
      const { rule } = (await import(href)) as { rule: Rule }
      return { ...rule, folder, name: file.replace(/\.(js|ts)$/, '') }
    }),
  )
  return rules.sort((a, b) => rank(a.clause) - rank(b.clause))
}

function rank(clause: string): number {
  const [area, number] = clause.split('-')
  return Object.keys(areas).indexOf(area) * 1000 + Number(number)
}
