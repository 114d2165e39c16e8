import type { Fault } from '../fault.ts'
import { adds } from './readme-consistent.ts'

const bySeed = (...cells: readonly string[]) =>
  [
    '| Seed | Tree, test acc |',
    '|---|---|',
    ...cells.map((cell, seed) => `| ${seed} | ${cell} |`),
  ].join('\n')

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: adds(
      `Headline, one seed (\`--seed 0 --depth 30\`):\n\n| Model | Final test acc |\n|---|---|\n| **tree** | **0.926** |\n\nSeveral seeds (3 seeds; not saved):\n\n${bySeed('0.926', '0.904', '0.893')}`,
    ),
    finds: {
      what: /^0\.926 is the best of 3 seeds \(line 48\), and their median is 0\.904: say so/,
      path: 'README.md',
      line: 44,
    },
  },
  {
    of: 'stub',
    edit: adds(
      `| Model | Test error |\n|---|---|\n| tree | 2.9 % |\n\nBy seed:\n\n| Seed | tree, test error |\n|---|---|\n| 3 | 3.1 % |\n| 4 | 2.9 % |\n| 5 | 4.0 % |`,
    ),
    finds: {
      what: /^2\.9 % is the best of 3 seeds \(line 46\), and their median is 3\.1 %/,
      path: 'README.md',
      line: 42,
    },
  },
]
