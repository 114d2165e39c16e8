import { refutationErrorRate } from '../../../claims/assessment.ts'
import { comparedCounts } from '../../compared-counts.ts'
import { contradictedCounts } from '../../contradicted-counts.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CATALOGUE-7',
  severity: 'MUST',
  says: "Where a catalogue says that counts of runs reproduce the paper's, Fisher's exact test does not contradict it.",
  because: 'a catalogue said yes in the row that gave 9 of 30 where the paper has 9 of 10',
  appliesTo: ['catalogue'],
  example: {
    passes: '| rings | partial (9/30 vs paper 9/10) |',
    fails: '| rings | yes (9/30 vs paper 9/10) |',
  },
  check({ catalogue }) {
    const pages = (catalogue?.pages ?? []).map(({ page }) => ({
      path: page.path,
      pairs: comparedCounts(page),
    }))
    const compared = pages.flatMap(({ pairs }) => pairs).length
    return {
      read: pages.map(({ path }) => path).join(', ') || 'no page',
      lookedFor: `Fisher's exact p of ${refutationErrorRate} or more for counts that are said to reproduce (${compared} pairs)`,
      findings: pages.flatMap(({ path, pairs }) => contradictedCounts(path, pairs)),
      ...(compared === 0 && { notApplicable: "no count of runs stands beside the paper's" }),
    }
  },
}
