import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'
import { picturesOfOthers } from '../../settings/pictured-runs.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'RUN-22',
  severity: 'SHOULD',
  says: 'Figures and animations show the headline’s run, or the README says with what they were made.',
  because:
    'an animation of 10 epochs stood under a headline of 12, by a default of the script that drew it',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: 'python make_gif.py --epochs 12, or “the animation trains for 10 epochs”',
    fails: 'python make_gif.py, whose --epochs is 10 by default, under a headline of 12',
  },
  check: withPage('its commands that draw', (page, evidence) => ({
    lookedFor: `settings beside the headline's (${sourcesRead(programsOf(evidence.files))})`,
    findings: picturesOfOthers(page, evidence),
  })),
}
