import type { Claim } from '../../claims/claim.ts'

const accuracy = (arm: string) => ({ arm, metric: 'testAccuracy' })

export const claims: readonly Claim[] = [
  {
    id: 'highway-beats-plain-at-30',
    kind: 'ordering',
    says: 'At depth 30, under one recipe, highway layers learn and plain layers do not.',
    where: 'section 3.1 and Fig. 1, as the reference system recasts it',
    paper: {
      text: 'training cross-entropy at depth 50: highway 2.5e-5, plain 2e-3',
      certainty: 'seen',
      where: 'Fig. 1, read off',
    },
    reference: { text: '0.926 against 0.124', certainty: 'quoted', where: 'seed 0, depth 30' },
    better: accuracy('highway'),
    worse: accuracy('plain'),
    minimalEffect: 0.5,
    alpha: 0.05,
    judgedAt: [
      { dataset: 'mnist', preset: 'headline', seeds: '0-9', declared: 'replicates' },
      { dataset: 'mnist', preset: 'quick', seeds: '0-4', declared: 'replicates' },
      { dataset: 'strokes', preset: 'quick', seeds: '0-4', declared: 'replicates' },
    ],
  },
  {
    id: 'plain-degrades-with-depth',
    kind: 'ordering',
    says: 'The same recipe trains a plain net of 5 layers far better than one of 30.',
    where: 'section 3.1: plain nets degrade with depth',
    reference: { text: '0.857 at depth 5, 0.124 at 30', certainty: 'quoted', where: 'seed 0' },
    better: accuracy('plain-depth-5'),
    worse: accuracy('plain'),
    minimalEffect: 0.5,
    alpha: 0.05,
    judgedAt: [{ dataset: 'mnist', preset: 'headline', seeds: '0-9', declared: 'replicates' }],
  },
  {
    id: 'highway-keeps-learning-at-50',
    kind: 'equivalence',
    says: 'Highway nets of 5 and of 50 layers end within 3 points of test accuracy of each other.',
    where: 'abstract: optimisation is virtually independent of depth',
    reference: { text: '0.903 at depth 5, 0.905 at 50', certainty: 'quoted', where: 'seed 0' },
    measure: accuracy('highway-depth-5'),
    other: accuracy('highway-depth-50'),
    margin: 0.03,
    alpha: 0.05,
    judgedAt: [{ dataset: 'mnist', preset: 'headline', seeds: '0-9', declared: 'replicates' }],
  },
  {
    id: 'depth-100',
    kind: 'not-attempted',
    says: 'Highway nets of 100 layers train as well as shallow ones; tuned plain nets of 100 layers still learn, but worse.',
    where: 'section 3.1 and Fig. 1',
    paper: {
      text: 'training cross-entropy at depth 100: highway 1.2e-5, plain 0.14',
      certainty: 'seen',
      where: 'Fig. 1, read off',
    },
    alpha: 0.05,
    judgedAt: [],
    because: 'takes 400 epochs and the best of 40 random searches for each depth',
  },
]
