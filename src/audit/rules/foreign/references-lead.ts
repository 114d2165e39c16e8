import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'
import { danglingNames } from '../../settings/dangling-names.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-17',
  severity: 'SHOULD',
  says: 'A section or a page that the README or a source refers to is there.',
  because: 'a reader was sent to a section of hyperparameters, and there was none',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '“see §Results” in train.py, and the README has the section Results',
    fails: '“see §Hyperparameters”, and no heading has that word',
  },
  check: withPage('its sections', (page, evidence) => ({
    lookedFor: `names of sections and of pages (${sourcesRead(programsOf(evidence.files))})`,
    findings: danglingNames(page, evidence),
  })),
}
