import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { NamedRule, Rule } from './rule.ts'

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
} as const

/** All rules, found by looking into `rules/`, in the order of their clauses. */
export async function loadRules(): Promise<NamedRule[]> {
  const folder = join(import.meta.dirname, 'rules')
  const files = readdirSync(folder).filter((file) => /^[a-z-]+\.(js|ts)$/.test(file))
  const rules = await Promise.all(
    files.map(async (file): Promise<NamedRule> => {
      const { rule } = (await import(pathToFileURL(join(folder, file)).href)) as { rule: Rule }
      return { ...rule, name: file.replace(/\.(js|ts)$/, '') }
    }),
  )
  return rules.sort((a, b) => rank(a.clause) - rank(b.clause))
}

function rank(clause: string): number {
  const [area, number] = clause.split('-')
  return Object.keys(areas).indexOf(area) * 1000 + Number(number)
}
