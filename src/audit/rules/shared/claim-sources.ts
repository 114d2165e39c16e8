import { claimPlace } from '../../declared-line.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CLAIM-7',
  severity: 'SHOULD',
  says: 'Every figure of others was seen, transcribed or quoted; none is recalled from memory.',
  because: 'a paper was compared with a number that it does not hold',
  appliesTo: ['paper', 'declared-stub'],
  example: { passes: '0.35 %, Table 1 (transcribed)', fails: '0.35 % (recalled)' },
  check(evidence) {
    const claims = evidence.declared?.claims ?? []
    const figures = claims.flatMap(({ id, paper, reference }) => [
      ...(paper ? [{ id, of: 'paper' as const, figure: paper }] : []),
      ...(reference ? [{ id, of: 'reference' as const, figure: reference }] : []),
    ])
    return {
      read: `${figures.length} figures of others in ${evidence.declared?.path}`,
      lookedFor: 'each with where it was found',
      findings: figures
        .filter(({ figure }) => figure.certainty === 'recalled')
        .map(({ id, of, figure: { text, where } }) => ({
          what: `claim ${id}: the ${of}'s figure "${text}" (${where}) is recalled from memory and wants checking`,
          at: claimPlace(evidence, id, of),
        })),
      ...(figures.length === 0 && { notApplicable: 'no figure of others is given' }),
    }
  },
}
