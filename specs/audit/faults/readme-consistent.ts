import type { Edit, Fault } from '../fault.ts'

const settings = 'Settings: hidden = 8'

export const adds = (text: string): Edit => ({
  path: 'README.md',
  replace: [settings, `${text}\n\n${settings}`],
})

const results = (text: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: adds(text),
  finds: { what, path: 'README.md', line },
})

const bySeed = `### Several seeds (tree, same settings)

| seed | depth reached | solve rate |
|---|---|---|
| 0 | 7 | 0.889 |
| 1 | 8 | 0.852 |
| 2 | 4 | 0.461 |`

const accuracies = [
  '| Seed | tree | stump |',
  '|---|---|---|',
  '| 0 | 0.940 | 0.416 |',
  '| 1 | 0.954 | 0.580 |',
  '| 2 | 0.930 | 0.436 |',
  '| 3 | 0.948 | 0.470 |',
  '| 4 | 0.958 | 0.436 |',
].join('\n')

export const faults: readonly Fault[] = [
  results(
    `### Headline (seed 0)\n\n| model | solve rate (\\|err\\| < 0.04) |\n|---|---|\n| **tree** | 0.912 (467 / 512) |\n| stump | 0.16 |\n\n${bySeed}`,
    /^seed 0 has two values of solve rate: 0\.912 \(line 44\) and 0\.889 \(line 51\)$/,
    44,
  ),
  results(
    `The tree is good. On seed 1: solve rate 0.912.\n\n${bySeed.replace(' (tree, same settings)', '')}`,
    /^seed 1 has two values of solve rate: 0\.912 \(line 40\) and 0\.852 \(line 47\)$/,
    40,
  ),
  results(
    `${bySeed}\n| **mean** | 6.3 | 0.834 |`,
    /^0\.834 \(line 47\) is given as the mean of solve rate, and its 3 seeds \(line 42\) come to 0\.734$/,
    47,
  ),
  results(
    '### Wrong by seed\n\n| variant | seed 0 | seed 1 | seed 2 | median |\n|---|---|---|---|---|\n| tree | 3.1 % | 2.9 % | 4.0 % | 2.9 % |',
    /^2\.9 % \(line 44\) is given as the median of tree, and its 3 seeds \(line 44\) come to 3\.1 %$/,
    44,
  ),
  results(
    `| Model | Range |\n|---|---|\n| tree | 0.930 to 0.954 |\n\n${accuracies}`,
    /^0\.930 to 0\.954 is given as a range, and the seeds of tree \(line 44\) go from 0\.930 to 0\.958$/,
    42,
  ),
  results(
    `${accuracies}\n\nThe tree's mean is 0.964 ± 0.011.`,
    /^0\.964 is given as the mean, and the 5 seeds of tree \(line 40\), whose deviation it has, come to 0\.946$/,
    48,
  ),
  results(
    `${accuracies}\n\nBest of all is seed 1 with 0.954.`,
    /^“Best” is said of seed 1 with 0\.954, and tree \(line 40\) goes from 0\.930 to 0\.958$/,
    48,
  ),
]
