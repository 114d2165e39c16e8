import { unportableUses } from '../../facts/program/arithmetic.ts'
import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'HYG-4',
  severity: 'MUST',
  says: 'A paper computes with nothing that differs between machines, engines or moments.',
  because:
    'Math.exp gives other last bits on another engine: the same seed then ends at other weights, and nobody can tell a change from a machine',
  appliesTo: ['paper'],
  example: { passes: 'Math.sqrt(fanIn)', fails: 'const decay = 0.95 ** epoch' },
  check({ files }) {
    const sources = programsOf(files)
    const findings = sources.flatMap((source) =>
      unportableUses(source).map(({ line, use, why }) => ({
        what: `uses ${use}: ${why}; src/numerics has what may be used instead`,
        at: { path: source.path, line },
      })),
    )
    return {
      read: `${sourcesRead(sources)} of the paper’s folder`,
      lookedFor: 'powers, members of Math beyond the portable ones, clocks, timers, chance',
      findings,
    }
  },
}
