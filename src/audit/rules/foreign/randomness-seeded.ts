import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import { unseededUses } from '../../facts/program/randomness.ts'
import { declaredUnused, ignoredSeeds } from '../../facts/program/seeds.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'HYG-5',
  severity: 'MUST',
  says: 'Nothing random is drawn without a seed, and a seed that can be given is used.',
  because:
    'an option --seed that was parsed and forgotten makes every seed the same run: five seeds of it are one, five times',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: 'rng = numpy.random.default_rng(args.seed)',
    fails: 'numpy.random.default_rng(), or default_rng(0) where --seed is given',
  },
  check({ files }) {
    const sources = programsOf(files)
    const read = sourcesRead(sources)
    const lookedFor =
      'draws without a seed, seeds from clocks, seed options that nothing follows from'
    if (sources.length === 0)
      return { read, lookedFor, findings: [], notApplicable: 'there is no Python or JavaScript' }
    const ignored = ignoredSeeds(sources).map((one) => ({
      what: `${one.option} is read, and nothing that is drawn follows from it: make the generator from it`,
      at: { path: one.path, line: one.line },
    }))
    const unseeded = unseededUses(sources).map(({ path, line, why }) => ({
      what: why,
      at: { path, line },
    }))
    const findings = [...ignored, ...unseeded]
    const declared = declaredUnused(sources)
    return {
      read,
      lookedFor,
      findings,
      ...(declared &&
        findings.length === 0 && {
          notApplicable: `nothing is drawn, as ${declared.path}:${declared.line} says of its seed`,
        }),
    }
  },
}
