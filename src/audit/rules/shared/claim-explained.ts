import type { Claim } from '../../../claims/claim.ts'
import { claimPlace } from '../../declared-line.ts'
import { isExplained } from '../../explanation.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'CLAIM-4',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'An outcome other than replicates has its reason, in the declaration and in the README.',
  because:
    'a paper that does not replicate is worth reporting when it is said why; "no" alone helps nobody',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'not replicated: with 500 images a digit both arms forget little',
    fails: 'declared not-replicated, and the README does not speak of it',
  },
  check: withPage('and what it says of claims that do not replicate', (page, evidence) => {
    const claims = evidence.declared?.claims ?? []
    const reasons = claims.flatMap(reasonsOf)
    const findings = reasons.flatMap(({ id, outcome, because }): Finding[] => {
      const claim = `claim ${id}, ${outcome},`
      if (!because?.trim())
        return [{ what: `${claim} has no reason in its declaration`, at: claimPlace(evidence, id) }]
      if (isExplained(page, because)) return []
      const what = `${claim} is declared so because "${because}", and the README says nothing like it`
      return [{ what, at: { path: page.path } }]
    })
    const lookedFor = `a reason for each of ${reasons.length}`
    if (reasons.length > 0) return { lookedFor, findings }
    return { lookedFor, findings, notApplicable: 'every claim is declared to replicate' }
  }),
}

/** Each outcome of a claim that needs a reason; one that is given twice counts once. */
function reasonsOf(claim: Claim): { id: string; outcome: string; because: string | undefined }[] {
  const { id, kind, judgedAt } = claim
  if (kind === 'not-attempted') return [{ id, outcome: 'not-attempted', because: claim.because }]
  return judgedAt
    .filter(({ declared }) => declared !== 'replicates')
    .map(({ declared, because }) => ({ id, outcome: declared, because }))
}
