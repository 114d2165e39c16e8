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
]
