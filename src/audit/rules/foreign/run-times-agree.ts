import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'
import { contradictedTimes } from '../../settings/said-times.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-16',
  severity: 'SHOULD',
  says: 'The time of one run is the same, by half of it or less, in the README and in its program.',
  because: 'a program promised an answer in a minute and a quarter, and its README in 22 seconds',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '"""By default about 20 s.""" in train.py, and python train.py  # ~22 s',
    fails: '"""By default about 75 s.""" in train.py, and python train.py  # ~22 s',
  },
  check: withPage('its commands', (page, evidence) => ({
    lookedFor: `times beside those of the sources (${sourcesRead(programsOf(evidence.files))})`,
    findings: contradictedTimes(page, evidence),
  })),
}
