import { changedTerms } from '../../../records/claim-terms.ts'
import { claimPlace } from '../../declared-line.ts'
import type { Finding } from '../../finding.ts'
import { judgedPlaces } from '../../judged.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'SEED-4',
  severity: 'MUST',
  says: 'The terms that a claim is judged on are those that were accepted with its records.',
  because: 'seeds, smallest effect or expectation that change after the runs are fitted to them',
  appliesTo: ['paper'],
  example: {
    passes: 'accepted on seeds 0-4, judged on seeds 0-4',
    fails: 'accepted with minimalEffect 0.02, judged now with 0.002',
  },
  check(evidence) {
    const places = judgedPlaces(evidence)
    const findings = places.flatMap(({ name, path, claims }) => {
      const golden = evidence.goldens.find((one) => one.path === path)?.golden.claims ?? {}
      const accepted = (id: string) => (Object.hasOwn(golden, id) ? golden[id].terms : null)
      const changed = claims.flatMap(({ id, terms }): Finding[] =>
        changedTerms(accepted(id), terms).map(({ field, golden: before, now }) => ({
          what: `claim ${id} (${name}): ${field} was ${before ?? 'absent'} when ${path} was accepted, and is ${now ?? 'absent'} now`,
          at: claimPlace(evidence, id, field.split('.')[0]),
        })),
      )
      const gone = Object.keys(golden)
        .filter((id) => golden[id].terms !== null && !claims.some((claim) => claim.id === id))
        .map((id) => ({
          what: `claim ${id} (${name}) was judged when ${path} was accepted, and is declared no more`,
          at: { path },
        }))
      return [...changed, ...gone]
    })
    const unproven = places.length === 0 && 'no claim has accepted records'
    return {
      read: places.map(({ path }) => path).join(', ') || 'no goldens',
      lookedFor: 'seeds, measures, smallest effects and expectations as they were accepted',
      findings,
      ...(unproven && { unproven }),
    }
  },
}
