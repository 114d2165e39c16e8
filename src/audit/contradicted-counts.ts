import { refutationErrorRate } from '../claims/assessment.ts'
import { fisherExact, type Successes } from '../claims/statistics/fisher-exact.ts'
import { figure } from '../claims/words.ts'
import type { ComparedCounts } from './compared-counts.ts'
import type { Finding } from './finding.ts'

/** What Fisher's exact test says against counts of a page that are said to reproduce the paper's. */
export function contradictedCounts(path: string, pairs: readonly ComparedCounts[]): Finding[] {
  return pairs.flatMap(({ line, of, paper, ours, saysYes }): Finding[] => {
    const fault = saysYes ? contradiction(of, paper, ours) : null
    if (fault === null) return []
    const what = `${ours.text} here against ${paper.text} in the paper is called a reproduction; ${fault}`
    return [{ what, at: { path, line } }]
  })
}

/** More successes than the paper's are no contradiction; of failures, fewer are none. */
function contradiction(of: string, paper: Successes, ours: Successes): string | null {
  const excess = ours.successes * paper.runs - paper.successes * ours.runs
  const isBetter = /\b(fail\w*|diverg\w*|stuck|errors?)\b/i.test(of) ? excess < 0 : excess > 0
  const { twoSided } = fisherExact(ours, paper)
  if (isBetter || twoSided >= refutationErrorRate) return null
  const counts = `${ours.successes} of ${ours.runs} and ${paper.successes} of ${paper.runs}`
  return `Fisher's exact test tells ${counts} apart, p = ${figure(twoSided)}`
}
