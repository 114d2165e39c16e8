import type { Claim } from '../../claims/claim.ts'

const revised =
  '`inconclusive` was declared first, from what the reference reports; rule, seeds and smallest effect are as they were'

const forgetting = (arm: string) => ({ arm, metric: 'forgetting' })

export const claims: readonly Claim[] = [
  {
    id: 'lwta-forgets-less',
    kind: 'ordering',
    says: 'A net of local winner-take-all blocks forgets less of digits 0-4 than a ReLU net does while both learn digits 5-9.',
    where: 'abstract and the catastrophic-forgetting experiment',
    paper: {
      text: 'error on the first task 1.55 -> 6.12 ± 3.39 % (LWTA), 1.30 -> 16.63 ± 6.07 % (ReLU)',
      certainty: 'recalled',
      where: 'Table 4',
    },
    reference: {
      text: 'forgetting 0.022 against 0.072 on seed 0; 0.043 ± 0.028 against 0.045 ± 0.021 on ten seeds',
      certainty: 'quoted',
      where: 'reference README',
    },
    better: forgetting('lwta'),
    worse: forgetting('relu'),
    minimalEffect: 0.02,
    alpha: 0.05,
    judgedAt: [
      {
        dataset: 'mnist',
        preset: 'headline',
        seeds: '0-29',
        declared: 'not-replicated',
        because:
          'with 500 images a digit both arms forget little, and which forgets less is nearly a coin toss',
      },
      { dataset: 'mnist', preset: 'quick', seeds: '0-4', declared: 'replicates', revised },
      { dataset: 'strokes', preset: 'quick', seeds: '0-4', declared: 'replicates', revised },
    ],
  },
  {
    id: 'sigmoid-forgets-most',
    kind: 'not-attempted',
    says: 'A sigmoid net forgets more than both.',
    where: 'the catastrophic-forgetting experiment',
    paper: {
      text: 'error on the first task 1.38 -> 57.84 ± 1.13 %',
      certainty: 'recalled',
      where: 'Table 4',
    },
    alpha: 0.05,
    judgedAt: [],
    because: 'the reference recipe has no sigmoid arm',
  },
]
