import { refutationErrorRate } from '../../../claims/assessment.ts'
import { fisherExact, type Successes } from '../../../claims/statistics/fisher-exact.ts'
import { figure } from '../../../claims/words.ts'
import { comparedCounts } from '../../compared-counts.ts'
import type { Finding } from '../../finding.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'CLAIM-5',
  severity: 'MUST',
  says: "Where counts of runs are said to reproduce the paper's, Fisher's exact test does not contradict it.",
  because: '"yes, reproduces" stood at 9 of 30 where the paper has 9 of 10: p = 0.002',
  appliesTo: everySubject,
  example: {
    passes: '9/10 in the paper, 26/30 here, reproduces: yes',
    fails: '9/10 in the paper, 9/30 here, reproduces: yes',
  },
  check: withPage('its counts of runs', (page) => {
    const pairs = comparedCounts(page)
    const lookedFor = `Fisher's exact p of ${refutationErrorRate} or more for counts that are said to reproduce (${pairs.length} pairs)`
    const notApplicable = pairs.length === 0 && "no count of runs stands beside the paper's"
    const findings = pairs.flatMap(({ line, of, paper, ours, saysYes }): Finding[] => {
      const fault = saysYes ? contradiction(of, paper, ours) : null
      if (fault === null) return []
      const what = `${ours.text} here against ${paper.text} in the paper is called a reproduction; ${fault}`
      return [{ what, at: { path: page.path, line } }]
    })
    return { lookedFor, findings, ...(notApplicable && { notApplicable }) }
  }),
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
