import type { Claim } from '../../claims/claim.ts'

const deformed = { arm: 'deformed', metric: 'testError' }
const undeformed = { arm: 'undeformed', metric: 'testError' }

export const claims: readonly Claim[] = [
  {
    id: 'deformation-helps',
    kind: 'ordering',
    says: 'Training on digits deformed afresh in each epoch lowers the test error of the same net.',
    where: 'section 2 and conclusion; as a paired comparison, the reference system',
    reference: {
      text: '1.17 % against 2.0-2.2 %',
      certainty: 'quoted',
      where: 'reference README, one seed with and a range without',
    },
    better: deformed,
    worse: undeformed,
    minimalEffect: 0.002,
    alpha: 0.05,
    judgedAt: [
      { dataset: 'mnist', preset: 'headline', seeds: '0-4', declared: 'replicates' },
      { dataset: 'mnist', preset: 'quick', seeds: '0-4', declared: 'replicates' },
      { dataset: 'strokes', preset: 'quick', seeds: '0-4', declared: 'replicates' },
    ],
  },
  {
    id: 'reported-test-error',
    kind: 'paper-value',
    says: 'A deep plain net of 12.1 million weights reaches 0.35 % test error.',
    where: 'Table 1',
    paper: { text: '0.35 %', value: 0.0035, certainty: 'transcribed', where: 'Table 1' },
    reference: { text: '1.17 %', value: 0.0117, certainty: 'quoted', where: 'seed 0' },
    measure: deformed,
    margin: 0.001,
    alpha: 0.05,
    judgedAt: [
      {
        dataset: 'mnist',
        preset: 'headline',
        seeds: '0-4',
        declared: 'not-attempted',
        because: 'the headline net has 0.54 million weights and 15 epochs; a comparison only',
      },
    ],
  },
]
