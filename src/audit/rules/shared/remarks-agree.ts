import { optionsOf } from '../../facts/program/options.ts'
import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { wrongRemarks } from '../../settings/code-words.ts'

export const rule: Rule = {
  clause: 'FAITH-21',
  severity: 'SHOULD',
  says: 'A number that a docstring, a comment or a help text gives a name is the constant or default of that name.',
  because:
    'who reads the source believes its first lines: one said 48 units, and the class below had 64',
  appliesTo: everySubject,
  example: {
    passes: '"""A net of hidden = 64 units.""" above HIDDEN = 64',
    fails: 'add_argument("--epochs", default=10, help="passes over the data (default 12)")',
  },
  check({ files }) {
    const programs = programsOf(files)
    const { options } = optionsOf(programs)
    return {
      read: sourcesRead(programs),
      lookedFor: 'names with a number in words that are other numbers in code',
      findings: programs.flatMap((program) =>
        wrongRemarks(
          program,
          options.filter(({ path }) => path === program.path),
        ),
      ),
    }
  },
}
