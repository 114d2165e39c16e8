import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'
import { unrunSeeds } from '../../settings/unrun-seeds.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'RUN-24',
  severity: 'SHOULD',
  says: 'A result of several seeds has a record of them, or a command that runs them.',
  because:
    'ten of ten seeds were said to be solved, and nothing in the folder ran or recorded more than one',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '“10/10 seeds”, and python train.py --n-seeds 10',
    fails: '“10/10 seeds”, and the one command is python train.py --seed 0',
  },
  check: withPage('its Results', (page, evidence) => ({
    lookedFor: `records and commands of many seeds (${sourcesRead(programsOf(evidence.files))})`,
    findings: unrunSeeds(page, evidence),
  })),
}
