import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'
import { contradictedRemarks } from '../../settings/remarked-settings.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FAITH-25',
  severity: 'MUST',
  says: 'How many steps or epochs a comment beside a documented command gives it is how many it runs.',
  because: 'a command was said to run 1000 steps; it named none, and 3000 are its default',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '# 1000 steps, above python train.py --steps 1000',
    fails: '# 1000 steps, above python train.py, whose --steps is 3000 by default',
  },
  check: withPage('the comments of its commands', (page, evidence) => ({
    lookedFor: `numbers beside what runs (${sourcesRead(programsOf(evidence.files))})`,
    findings: contradictedRemarks(page, evidence),
  })),
}
