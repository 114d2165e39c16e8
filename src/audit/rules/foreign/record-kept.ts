import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'
import { overwritingTrials } from '../../settings/overwriting-trials.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'RUN-21',
  severity: 'SHOULD',
  says: 'A documented trial run does not write over the committed record of the headline.',
  because:
    'who tries a smoke test first, as readers do, has another record than the README tells of',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: 'python train.py --quick --out quick.json',
    fails: 'python train.py --quick, which writes run.json as the headline does',
  },
  check: withPage('its trial commands', (_, evidence) => ({
    lookedFor: `where they write (${sourcesRead(programsOf(evidence.files))})`,
    findings: overwritingTrials(evidence),
  })),
}
