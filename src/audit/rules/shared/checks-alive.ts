import { checksIn } from '../../facts/program/dead-checks.ts'
import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import { everySubject, type Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'HYG-8',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'No test of the folder is skipped or emptied, and no assertion is one that cannot fail.',
  because: 'a check that is switched off still counts among the checks that are announced',
  appliesTo: everySubject,
  example: {
    passes: 'assert abs(analytic - numeric) < 1e-6',
    fails: '@pytest.mark.skip above the gradient check; assert True',
  },
  check({ files }) {
    const programs = programsOf(files)
    const read = programs.map((source) => ({ source, ...checksIn(source) }))
    const checks = read.reduce((sum, one) => sum + one.checks, 0)
    const findings = read.flatMap(({ source: { path }, dead }) =>
      dead.map(({ line, why }) => ({
        what: `${why}: let it run and ask something, or take it out`,
        at: { path, line },
      })),
    )
    return {
      read: `${checks} tests and assertions in ${sourcesRead(programs)}`,
      lookedFor: 'skipped and emptied tests, assertions that hold whatever happens',
      findings,
      ...(checks === 0 &&
        findings.length === 0 && { notApplicable: 'there are no tests and no assertions' }),
    }
  },
}
