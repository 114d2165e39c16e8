import type { Claim } from '../../claims/claim.ts'

const averaged = { arm: 'averaged', metric: 'averagedTestError' }

export const claims: readonly Claim[] = [
  {
    id: 'averaging-helps',
    kind: 'ordering',
    says: 'The average of the columns reads digits better than its columns do on average.',
    where: 'Table 1: mean of all columns against all columns averaged',
    paper: {
      text: '0.44 % mean of columns, 0.23 % averaged (35 columns)',
      certainty: 'seen',
      where: 'Table 1',
    },
    better: averaged,
    worse: { arm: 'averaged', metric: 'meanColumnError' },
    minimalEffect: 0.001,
    alpha: 0.05,
    judgedAt: [
      { dataset: 'mnist', preset: 'quick', seeds: '0-4', declared: 'replicates' },
      { dataset: 'strokes', preset: 'quick', seeds: '0-4', declared: 'replicates' },
    ],
  },
  {
    id: 'reported-test-error',
    kind: 'paper-value',
    says: 'Thirty-five convolutional columns, averaged, reach 0.23 % test error.',
    where: 'abstract and Table 1',
    paper: { text: '0.23 %', value: 0.0023, certainty: 'seen', where: 'Table 1' },
    reference: {
      text: '1.47 ± 0.03 % (one column, four seeds)',
      value: 0.0147,
      spread: 0.0003,
      runs: 4,
      certainty: 'quoted',
      where: 'reference README',
    },
    measure: averaged,
    margin: 0.0005,
    alpha: 0.05,
    judgedAt: [
      {
        dataset: 'mnist',
        preset: 'headline',
        seeds: '0',
        declared: 'not-attempted',
        because: 'five plain columns without width normalisation or deformation; a comparison only',
      },
    ],
  },
  {
    id: 'traffic-signs-and-characters',
    kind: 'not-attempted',
    says: 'The same architecture leads on traffic signs (GTSRB, 0.54 %) and Chinese characters (CASIA, 6.5 %).',
    where: 'abstract, Tables 2 to 4',
    paper: { text: '0.54 % and 6.5 %', certainty: 'seen', where: 'abstract' },
    alpha: 0.05,
    judgedAt: [],
    because: 'neither dataset is used here',
  },
]
