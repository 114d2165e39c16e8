import { judgedPlaces } from '../../judged.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CLAIM-1',
  severity: 'MUST',
  says: 'The outcome that is declared for a claim is the one that its records give.',
  because:
    'a reproduction was approved as "yes" while its own ten seeds showed no difference; and a claim that holds must not be called open',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'declared not-replicated, and the 95 % upper bound is below the smallest effect',
    fails: 'declared replicates, 6 of 10 seeds favour it, p = 0.38',
  },
  check(evidence) {
    const places = judgedPlaces(evidence)
    const claims = places.flatMap(({ name, path, claims }) =>
      claims.filter(({ declared }) => declared !== null).map((claim) => ({ name, path, claim })),
    )
    const read = `${claims.length} judged claims in ${places.map(({ path }) => path).join(', ') || 'no records'}`
    const lookedFor = 'declared and computed outcome the same'
    if (claims.length === 0)
      return { read, lookedFor, findings: [], unproven: 'no claim has records to be judged by' }
    const findings = claims
      .filter(({ claim }) => !claim.agrees && !isOpen(claim))
      .map(({ name, path, claim: { id, declared, outcome, evidence } }) => ({
        what: `claim ${id} (${name}) is declared ${declared}, but its records say ${outcome}: ${evidence.reading}`,
        at: { path },
      }))
    return { read, lookedFor, findings }
  },
}

/** CLAIM-2 speaks of what the records leave open. */
const isOpen = ({ narrowed, outcome }: { narrowed: boolean; outcome: string }) =>
  narrowed || outcome === 'inconclusive'
