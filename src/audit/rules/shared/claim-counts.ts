import { refutationErrorRate } from '../../../claims/assessment.ts'
import { comparedCounts } from '../../compared-counts.ts'
import { contradictedCounts } from '../../contradicted-counts.ts'
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
    const findings = contradictedCounts(page.path, pairs)
    return { lookedFor, findings, ...(notApplicable && { notApplicable }) }
  }),
}
