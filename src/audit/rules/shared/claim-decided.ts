import { judgedPlaces } from '../../judged.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CLAIM-2',
  severity: 'MUST',
  says: 'No claim that is judged comes out inconclusive.',
  because: 'what decides nothing was read as a success: four seeds of four still have p = 0.06',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: '5 of 5 seeds favour it, p = 0.031',
    fails: '6 of 10 seeds favour it, p = 0.38, and a large effect is not excluded',
  },
  check(evidence) {
    const places = judgedPlaces(evidence)
    const judged = places.flatMap(({ name, claims }) =>
      claims.filter(({ declared }) => declared !== null).map((claim) => ({ name, claim })),
    )
    const open = judged
      .filter(({ claim: { outcome, narrowed } }) => narrowed || outcome === 'inconclusive')
      .map(
        ({
          name,
          claim: {
            id,
            evidence: { reading },
          },
        }) => `claim ${id} (${name}): ${reading}`,
      )
    const names = new Set(judged.map(({ claim }) => claim.id))
    const unjudged = (evidence.declared?.claims ?? [])
      .filter(({ id, judgedAt }) => judgedAt.length > 0 && !names.has(id))
      .map(({ id }) => `claim ${id} has no runs to be judged by`)
    const unproven = [...open, ...unjudged].join('; ')
    return {
      read: `${judged.length} judged claims in ${places.map(({ path }) => path).join(', ') || 'no records'}`,
      lookedFor: 'an outcome of each',
      findings: [],
      ...(unproven !== '' && { unproven }),
    }
  },
}
