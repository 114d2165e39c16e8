import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import { unusedOptions } from '../../facts/program/seeds.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'RUN-20',
  severity: 'MUST',
  says: 'Every option that a program takes is used for more than printing and recording.',
  because:
    'a learning rate was taken from the command line, written into the record, and never trained with',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: 'w -= args.learning_rate * gradient',
    fails: '--learning-rate is parsed and printed, and the step is 0.1 * gradient',
  },
  check({ files }) {
    const programs = programsOf(files)
    return {
      read: sourcesRead(programs),
      lookedFor: 'options whose value goes nowhere',
      findings: unusedOptions(programs).map(({ path, line, option }) => ({
        what: `${path}:${line} takes ${option}, and nothing follows from its value: use it, or take it away`,
        at: { path, line },
      })),
    }
  },
}
