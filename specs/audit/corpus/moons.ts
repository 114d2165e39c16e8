import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { changes, inReadme, reads } from './edits.ts'

const notebook = 'moons.ipynb'
const smallest = 'the smallest gap is 0.090 (seed 6)'

/** A notebook with its output, a table of seeds on its side, a CSV of columns. */
export const moons: LabelledFolder = {
  name: 'moons',
  lies: 'specs/audit/corpus/bases/moons',
  pictures: ['moons.gif', 'viz/moons.png'],
  forms: [
    { clause: 'FIG-3', says: 'the GIF does not name its record by a digest' },
    { clause: 'GOLD-1', says: 'the record has no settings and no versions; the notebook has them' },
  ],
  negatives: [
    {
      resembles: 'seed-ignored',
      says: 'papermill sets the seed: -p seed 0, of the cell tagged parameters',
      at: [inReadme('papermill moons.ipynb'), { path: notebook }, { path: 'README.md' }],
      names: /seed/,
    },
    {
      resembles: 'command-broken',
      says: 'papermill is a program that the line before installs',
      at: [inReadme('papermill moons.ipynb')],
    },
    {
      resembles: 'two-values',
      says: 'the table by seeds lies on its side; medians and means follow from it',
      at: [inReadme('| Seed | 0 | 1 |'), inReadme('| kernel | 0.96 | 0.960 |')],
    },
    {
      resembles: 'ratio-wrong',
      says: '0.967 - 0.877 is 0.090; 0.972 - 0.807 is 0.165; 4.0 / 17.5 is about a quarter',
      at: [inReadme(smallest)],
    },
    {
      resembles: 'setting-disagrees',
      says: 'noise, passes and gamma are those of the cell of parameters',
      at: [inReadme('Settings: noise 0.2')],
    },
    {
      resembles: 'deviation-unreasoned',
      says: 'the reason follows "since"',
      at: [inReadme('- noise 0.2 where')],
    },
    {
      resembles: 'architecture-untried',
      says: 'noise is no architecture',
      at: [inReadme('- noise 0.2 where')],
      names: /seed/,
    },
    {
      resembles: 'dependency-undeclared',
      says: 'numpy is installed under Running',
      at: [{ path: notebook }],
      names: /numpy/,
    },
    {
      resembles: 'figure-broken',
      says: 'figures that gnuplot drew need no source',
      at: [inReadme('drawn from that table with gnuplot')],
    },
  ],
  cases: [
    {
      edits: [reads('| kernel | 0.96 | 0.960 |', '| kernel | 0.96 | 0.972 |')],
      faults: [
        {
          kind: 'headline-is-best',
          says: '0.972 is seed 4, the best of seven; the median is 0.960',
          at: [inReadme('| kernel | 0.96 |')],
          names: /0\.972/,
          clauses: ['SEED-3', 'README-9'],
        },
      ],
    },
    {
      edits: [reads('| kernel | 0.959 | 0.961 |', '| kernel | 0.959 | 0.971 |')],
      faults: [
        {
          kind: 'number-stale',
          says: 'record and notebook have 0.961 for seed 1',
          at: [inReadme('| kernel | 0.959 |'), { path: 'accuracies.csv' }],
          names: /0\.971/,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [reads(smallest, 'the smallest gap is 0.113 (seed 2)')],
      faults: [
        {
          kind: 'best-is-not-best',
          says: 'seed 6 has a gap of 0.090',
          at: [inReadme('0.113 (seed 2)')],
          names: /0\.113|0\.115|0\.09/,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [reads('with all seven seeds', 'with all ten seeds')],
      faults: [
        {
          kind: 'fewer-seeds',
          says: 'the table has seven',
          at: [inReadme('all ten seeds'), inReadme('| Seed | 0 | 1 |')],
          names: /\bten\b|\b10\b/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        reads(
          '| Seed | 0 | 1 | 2 | 3 | 4 | 5 | 6 |\n|---|---|---|---|---|---|---|---|',
          '| Seed | 0 | 1 | 2 | 4 | 5 | 6 |\n|---|---|---|---|---|---|---|',
        ),
        reads('| 0.948 | 0.946 | 0.972 |', '| 0.948 | 0.972 |'),
        reads('| 0.833 | 0.819 | 0.807 |', '| 0.833 | 0.807 |'),
      ],
      faults: [
        {
          kind: 'seed-left-out',
          says: 'seed 3, the poorest, is missing in the table',
          at: [inReadme('| Seed | 0 | 1 |')],
          names: /\b3\b/,
          clauses: [],
        },
      ],
    },
    {
      edits: [reads('0.830 ± 0.022', '0.850 ± 0.022')],
      faults: [
        {
          kind: 'statistic-wrong',
          says: 'the mean of the seven is 0.830',
          at: [inReadme('0.850 ± 0.022')],
          names: /0\.850?/,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [reads('gamma 2.0', 'gamma 0.5')],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'the notebook has gamma = 2.0',
          at: [inReadme('gamma 0.5'), { path: notebook }],
          names: /gamma/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        changes(
          notebook,
          'noise = 0.2  # standard deviation',
          'noise = 0.2  # standard deviation 0.3',
        ),
      ],
      faults: [
        {
          kind: 'docstring-disagrees',
          says: 'the comment says 0.3, noise is 0.2',
          at: [{ path: notebook }],
          names: /0\.3/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        changes(
          notebook,
          'import numpy as np',
          'import numpy as np\\n",\n    "from sklearn.svm import SVC',
        ),
      ],
      faults: [
        {
          kind: 'dependency-undeclared',
          says: 'scikit-learn is imported in a cell and declared nowhere',
          at: [{ path: notebook }],
          names: /sklearn|scikit/,
          clauses: ['HYG-3'],
        },
      ],
    },
    {
      edits: [
        changes(notebook, 'rng = np.random.default_rng(seed)', 'rng = np.random.default_rng()'),
      ],
      faults: [
        {
          kind: 'randomness-unseeded',
          says: 'the generator of the cell gets no seed',
          at: [{ path: notebook }],
          names: /seed|random/,
          clauses: ['HYG-5'],
        },
      ],
    },
    {
      edits: [
        reads('| kernel | 0.96 | 0.960 |', '| kernel | 0.85 | 0.960 |'),
        reads('This is what the paper found.', ''),
      ],
      faults: [
        {
          kind: 'too-good',
          says: 'an error of 4 % where the paper has 15 %',
          at: [inReadme('| kernel | 0.85 |')],
          names: /0\.85|paper/,
          clauses: ['CLAIM-6'],
        },
      ],
    },
    {
      edits: [reads('This is what the paper found.', 'The linear one is ahead, as in the paper.')],
      faults: [
        {
          kind: 'outcome-contradicts',
          says: 'the kernel is ahead in every column, and in the sentence before',
          at: [inReadme('The linear one is ahead')],
          names: /linear|ahead/,
          clauses: ['CLAIM-8'],
        },
      ],
    },
    {
      edits: [
        reads(
          'papermill moons.ipynb out.ipynb -p seed 0',
          'papermill moon.ipynb out.ipynb -p seed 0',
        ),
      ],
      faults: [
        {
          kind: 'command-broken',
          says: 'there is no moon.ipynb',
          at: [inReadme('papermill moon.ipynb')],
          names: /moon\.ipynb/,
          clauses: ['RUN-1'],
        },
      ],
    },
    {
      edits: [
        reads(
          'This is what the paper found.',
          `This is what the paper found.

| Perceptron | Seeds |
|---|---|
| kernel | 7 |
| linear | 7 |
| Total | 15 |`,
        ),
      ],
      faults: [
        {
          kind: 'totals-wrong',
          says: '7 and 7 are 14',
          at: [inReadme('| Total | 15 |')],
          names: /15|14/,
          clauses: ['CLAIM-9'],
        },
      ],
    },
    {
      edits: [
        reads(
          'This is what the paper found.',
          `Two of three claims hold:

| Claim | Reproduces |
|---|---|
| the kernel is ahead | yes |
| by 0.1 with every seed | no |
| with a hundred points, too | no |`,
        ),
      ],
      faults: [
        {
          kind: 'totals-wrong',
          says: 'the table has one yes',
          at: [inReadme('Two of three claims'), inReadme('| the kernel is ahead |')],
          names: /two|2 of 3|\b1\b/i,
          clauses: ['CLAIM-9'],
        },
      ],
    },
    {
      edits: [
        reads(
          'This is what the paper found.',
          `One of two claims holds:

| Claim | Reproduces |
|---|---|
| the kernel is ahead | yes |
| by 0.1 with every seed | no |`,
        ),
      ],
      negatives: [
        {
          resembles: 'totals-wrong',
          says: 'one yes, one no',
          at: [inReadme('One of two claims'), inReadme('| the kernel is ahead |')],
        },
      ],
    },
    {
      edits: [
        reads(
          'This is what the paper found.',
          'This is what the paper found. A run takes 1.2 s, all seven 8 s.',
        ),
      ],
      negatives: [
        {
          resembles: 'time-contradicts',
          says: 'seven runs take seven times as long as one',
          at: [inReadme('all seven 8 s')],
        },
      ],
    },
  ],
}
