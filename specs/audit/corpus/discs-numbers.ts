import type { LabelledCase } from '../../../scripts/accuracy/labels.ts'
import { inReadme, reads } from './edits.ts'

const mean = "The net's mean is 0.946 ± 0.011."
const headline = '| net | 0.95 | **0.948** |'
const seedRow = '| 3 | 0.948 | 0.1731 | 0.470 |'

/** The headline's median, written in another way. */
const written = (how: string, says: string): LabelledCase => ({
  edits: [reads(headline, `| net | 0.95 | ${how} |`)],
  negatives: [{ resembles: 'number-stale', says, at: [inReadme('| net | 0.95 |')] }],
})

/** A sentence under Results that is fine. */
const alsoSays = (sentence: string, resembles: string, says: string): LabelledCase => ({
  edits: [reads(mean, `${mean} ${sentence}`)],
  negatives: [{ resembles, says, at: [inReadme(sentence)] }],
})

export const numbersOfDiscs: readonly LabelledCase[] = [
  {
    edits: [reads(mean, `${mean} At seed 0 it reads 0.952 of them right.`)],
    faults: [
      {
        kind: 'two-values',
        says: 'the sentence has 0.952 for seed 0, the table 0.940',
        at: [inReadme('At seed 0 it reads 0.952'), inReadme('| 0 | 0.940 |')],
        names: /0\.952/,
        clauses: ['README-9'],
      },
    ],
  },
  {
    edits: [reads(headline, '| net | 0.95 | **0.958** |')],
    faults: [
      {
        kind: 'headline-is-best',
        says: '0.958 is seed 4, the best of five; the median is 0.948',
        at: [inReadme('| net | 0.95 |')],
        names: /0\.958/,
        clauses: ['SEED-3', 'README-9'],
      },
    ],
  },
  {
    edits: [reads('Median over seeds 0-4,', 'Median over ten seeds,')],
    faults: [
      {
        kind: 'fewer-seeds',
        says: 'ten seeds are said, the table and the record have five',
        at: [inReadme('Median over ten seeds'), inReadme('| 0 | 0.940 |')],
        names: /\b(ten|10)\b.*\b(five|5)\b|\b(five|5)\b.*\b(ten|10)\b/s,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads('| 2 | 0.930 | 0.1605 | 0.436 |\n', '')],
    faults: [
      {
        kind: 'seed-left-out',
        says: 'the table goes from seed 1 to seed 3, and nobody says why',
        at: [inReadme('| 0 | 0.940 |'), inReadme('Seed by seed')],
        names: /\b2\b/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads("its median is 2.2 times the line's", "its median is 3.1 times the line's")],
    faults: [
      {
        kind: 'ratio-wrong',
        says: '0.948 / 0.436 is 2.2, not 3.1',
        at: [inReadme('3.1 times')],
        names: /3\.1/,
        clauses: ['README-9'],
      },
    ],
  },
  {
    edits: [reads('misreads 30 at seed 0 (6.0 %)', 'misreads 30 at seed 0 (3.0 %)')],
    faults: [
      {
        kind: 'ratio-wrong',
        says: '30 of 500 are 6.0 %, not 3.0 %',
        at: [inReadme('(3.0 %)')],
        names: /3\.0/,
        clauses: ['README-9'],
      },
    ],
  },
  {
    edits: [reads('mean is 0.946 ± 0.011', 'mean is 0.964 ± 0.011')],
    faults: [
      {
        kind: 'statistic-wrong',
        says: 'the five values have the mean 0.946; two digits are swapped',
        at: [inReadme('mean is 0.964')],
        names: /0\.964/,
        clauses: ['README-9'],
      },
    ],
  },
  {
    edits: [reads('| 0.930 to 0.958 |', '| 0.930 to 0.954 |')],
    faults: [
      {
        kind: 'best-is-not-best',
        says: 'the range ends at 0.954, and seed 4 has 0.958',
        at: [inReadme('0.930 to 0.954')],
        names: /0\.954/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads(mean, `${mean} Best of all is seed 1 with 0.954.`)],
    faults: [
      {
        kind: 'best-is-not-best',
        says: 'seed 4 has 0.958',
        at: [inReadme('Best of all is seed 1')],
        names: /0\.954|0\.958/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads(seedRow, '| 3 | 0.974 | 0.1731 | 0.470 |')],
    faults: [
      {
        kind: 'number-stale',
        says: 'the record has 0.948 for the net at seed 3',
        at: [inReadme('| 3 | 0.974 |'), { path: 'results.json' }],
        names: /0\.974/,
        clauses: ['README-9'],
      },
    ],
  },
  {
    edits: [reads('| 1 | 0.954 | 0.2187 | 0.580 |', '| 1 | 0.954 | 0.2187 | 0.954 |')],
    faults: [
      {
        kind: 'number-of-another-arm',
        says: 'the line’s cell has the net’s accuracy',
        at: [inReadme('| 1 | 0.954 |')],
        names: /0\.954/,
        clauses: ['README-9'],
      },
    ],
  },
  {
    edits: [reads('| 4 | 0.958 | 0.2110 | 0.436 |', '| 4 | 0.958 | 0.1605 | 0.436 |')],
    faults: [
      {
        kind: 'number-of-another-arm',
        says: 'the loss of seed 4 is that of seed 2',
        at: [inReadme('| 4 | 0.958 |')],
        names: /0\.1605/,
        clauses: ['README-9'],
      },
    ],
  },
  {
    edits: [
      reads('better\nthan the line on 5 of 5 seeds', 'better\nthan the line on 4 of 5 seeds'),
    ],
    faults: [
      {
        kind: 'ratio-wrong',
        says: 'the net is ahead with every one of the five seeds',
        at: [inReadme('4 of 5 seeds')],
        names: /\b4\b/,
        clauses: ['README-9'],
      },
    ],
  },
  {
    edits: [reads('One run takes less than a second', 'One run takes about 90 s')],
    faults: [
      {
        kind: 'time-contradicts',
        says: 'under Running one run takes well under a second, under Results 90 s',
        at: [inReadme('takes about 90 s'), inReadme('well under a second')],
        names: /90|second/,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      reads(
        `| Model | Paper | Ours | Range over seeds | Reproduces? |
|---|---:|---:|---|---|
| net | 0.95 | **0.948** | 0.930 to 0.958 | yes |
| line | 0.5 ("chance") | 0.436 | 0.416 to 0.580 | yes |`,
        `| Model | Ours | Range over seeds |
|---|---:|---|
| net | **0.948** | 0.930 to 0.958 |
| line | 0.436 | 0.416 to 0.580 |`,
      ),
    ],
    faults: [
      {
        kind: 'paper-missing',
        says: 'no figure of the paper stands anywhere under Results',
        at: [{ path: 'README.md' }],
        names: /paper/i,
        clauses: ['README-10'],
      },
    ],
  },
  {
    edits: [reads(`${headline} 0.930 to 0.958 | yes |`, `${headline} 0.930 to 0.958 | no |`)],
    faults: [
      {
        kind: 'outcome-contradicts',
        says: '0.948 beside the paper’s 0.95 is called not reproduced',
        at: [inReadme('| net | 0.95 |')],
        names: /no\b|reproduce/i,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      { path: 'results.json', remove: true },
      reads(
        '| [results.json](results.json) | all ten runs, with the settings and versions |\n',
        '',
      ),
    ],
    faults: [
      {
        kind: 'record-missing',
        says: 'the numbers stand in the README alone',
        at: [{ path: 'README.md' }, { path: '.' }, { path: '' }],
        names: /record/,
        clauses: ['GOLD-1'],
      },
    ],
  },
  written('**0,948**', 'a decimal comma'),
  written('0·948', 'a raised point, as in older papers'),
  written('**9.48 × 10^-1**', 'a power of ten'),
  written('9.48 × 10⁻¹', 'a power of ten in raised digits'),
  written('9.48 x 10<sup>-1</sup>', 'a power of ten in HTML'),
  written('$9.48 \\times 10^{-1}$', 'a power of ten in TeX'),
  written('0.948<sup>1</sup>', 'a footnote behind the number'),
  written('~~0.95~~ 0.948', 'what is struck out is withdrawn'),
  written('**94.8 %**', 'per cent'),
  written('948 ‰', 'per mille'),
  written('474/500', 'a count of the test points: 474 of 500 are 0.948'),
  written('**0.948** (median of 5)', 'the number of seeds beside it'),
  alsoSays('The range of the net is 0.028.', 'ratio-wrong', '0.958 - 0.930 is 0.028'),
  alsoSays(
    'The best net of the five has 0.958, the worst 0.930.',
    'headline-is-best',
    'the best is called the best, and the headline is the median',
  ),
  alsoSays(
    'The paper’s Table 2 (p. 14) gives 0.95 for 10,000 test points.',
    'number-stale',
    'numbers of the paper, its table and its page',
  ),
  alsoSays(
    'Measured on 27 March 2026 with Python 3.11.7.',
    'number-stale',
    'a date and a version are no results',
  ),
  alsoSays('At 0.5 neither would have learned anything.', 'number-stale', 'chance, not measured'),
  alsoSays(
    'Seed 2 is the poorest, yet its loss is the lowest (0.1605).',
    'best-is-not-best',
    'both are so in the table',
  ),
]
