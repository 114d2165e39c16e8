import { claimPlace } from '../../declared-line.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'SEED-5',
  severity: 'SHOULD',
  says: 'No declaration was revised after its runs.',
  because: 'an expectation that follows the result is none; a reader should at least know',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'declared replicates before the runs, and so they came out',
    fails: 'declared inconclusive, revised to replicates when the runs said so',
  },
  check(evidence) {
    const claims = evidence.declared?.claims ?? []
    const places = claims.flatMap((claim) => claim.judgedAt.map((at) => ({ claim, at })))
    const findings = places.flatMap(
      ({ claim: { id }, at: { dataset, preset, declared, revised } }) => {
        if (revised === undefined) return []
        const where = evidence.subject.kind === 'paper' ? ` (${dataset}, ${preset})` : ''
        const what = `what claim ${id}${where} declares, ${declared}, was revised after its runs: ${revised}`
        return [{ what, at: claimPlace(evidence, id, 'revised') }]
      },
    )
    const notApplicable = places.length === 0 && 'no claim is judged'
    return {
      read: `${places.length} declarations in ${evidence.declared?.path}`,
      lookedFor: 'none that says that it was revised',
      findings,
      ...(notApplicable && { notApplicable }),
    }
  },
}
