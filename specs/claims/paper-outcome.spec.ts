import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/claims/claim.ts'
import type { JudgedClaim } from '../../src/claims/judged-claim.ts'
import { paperOutcome } from '../../src/claims/paper-outcome.ts'

function judged(outcome: Outcome, change: Partial<JudgedClaim> = {}): JudgedClaim {
  return {
    paper: 'example',
    id: 'a',
    says: 'It is so.',
    kind: 'ordering',
    declared: outcome,
    outcome,
    agrees: true,
    narrowed: false,
    evidence: { basis: 'not-judged', reading: '' },
    terms: null,
    ...change,
  }
}

describe('the outcome of a paper', () => {
  it.each<[Outcome[], Outcome]>([
    [[], 'not-attempted'],
    [['not-attempted', 'not-attempted'], 'not-attempted'],
    [['replicates', 'replicates'], 'replicates'],
    [['replicates', 'not-attempted'], 'replicates'],
    [['replicates', 'not-replicated'], 'partial'],
    [['replicates', 'inconclusive'], 'partial'],
    [['not-replicated', 'inconclusive'], 'not-replicated'],
    [['inconclusive', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'not-attempted'], 'inconclusive'],
  ])('of claims that came out %j is %s', (outcomes, expected) => {
    expect(paperOutcome(outcomes.map((outcome) => judged(outcome)))).toBe(expected)
  })

  it('does not hang on claims that are not judged there', () => {
    const elsewhere = judged('not-attempted', { declared: null })
    expect(paperOutcome([judged('replicates'), elsewhere])).toBe('replicates')
  })

  it('is open while any claim lacks runs', () => {
    const narrowed = judged('inconclusive', { narrowed: true })
    expect(paperOutcome([judged('replicates'), narrowed])).toBe('inconclusive')
  })
})
