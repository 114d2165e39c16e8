import type { Claim } from '../../../claims/claim.ts'
import { measuresOf } from '../../../claims/measures.ts'
import { claimPlace } from '../../declared-line.ts'
import type { Evidence } from '../../evidence.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CLAIM-3',
  severity: 'MUST',
  says: 'Claims are soundly declared, at least one is judged, and each that is not says why.',
  because:
    'a claim that no run can confirm or refute says nothing, and one that is passed over in silence is hidden',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'not attempted: the reference recipe has no sigmoid arm',
    fails: 'a claim of an arm that is not declared',
  },
  check(evidence) {
    const { declared } = evidence
    if (!declared) {
      const unproven = 'nothing is declared'
      return { read: 'no declaration', lookedFor: 'claims', findings: [], unproven }
    }
    const { claims, faults, path } = declared
    const isJudged = ({ kind, judgedAt }: Claim) => kind !== 'not-attempted' && judgedAt.length > 0
    const none: Finding[] = claims.some(isJudged)
      ? []
      : [{ what: 'no claim is judged: nothing of the paper is put to a test', at: { path } }]
    return {
      read: `${claims.length} claims in ${path}`,
      lookedFor:
        'sound terms, arms and metrics that are declared, a reason for each that is not judged',
      findings: [
        ...faults.map((what) => ({ what, at: placeOf(evidence, what) })),
        ...none,
        ...claims.flatMap((claim) =>
          faultsOf(claim, declared.arms).map((fault) => ({
            what: `claim ${claim.id} ${fault}`,
            at: claimPlace(evidence, claim.id),
          })),
        ),
      ],
    }
  },
}

function faultsOf(claim: Claim, arms: readonly string[]): string[] {
  const strangers = [...new Set(measuresOf(claim).map(({ arm }) => arm))].filter(
    (arm) => !arms.includes(arm),
  )
  const silent =
    claim.kind !== 'not-attempted' &&
    (claim.judgedAt.length === 0 ||
      claim.judgedAt.some(
        ({ declared, because }) => declared === 'not-attempted' && !because?.trim(),
      ))
  return [
    ...strangers.map(
      (arm) => `speaks of the arm ${arm}, which is not declared; there are ${arms.join(', ')}`,
    ),
    ...(silent ? ['is not judged, and does not say why'] : []),
  ]
}

/** "slug: claim ID: what" is about one claim. */
function placeOf(evidence: Evidence, fault: string) {
  const ids = evidence.declared?.claims.map(({ id }) => id) ?? []
  const id = ids.find((one) => fault.includes(`claim ${one}:`) || fault.endsWith(` ${one}`))
  return id === undefined ? { path: evidence.declared?.path ?? '' } : claimPlace(evidence, id)
}
