import type { Fault } from '../fault.ts'

const row = '| [figures.mjs](figures.mjs) | draws the figures from `results.json` |\n'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'README.md', replace: [row, ''] },
    finds: { what: /does not name figures\.mjs/, path: 'README.md', line: 15 },
  },
  {
    of: 'stub',
    edit: { path: 'extra/model.py', write: 'weights = 1\n' },
    finds: { what: /does not name extra\/model\.py/, path: 'README.md', line: 15 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['from `results.json`', 'from `runs.json`'] },
    finds: { what: /names runs\.json, which is not in the folder/, path: 'README.md', line: 20 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['[results.json](results.json)', 'log.csv'] },
    finds: { what: /names log\.csv/, path: 'README.md', line: 21 },
  },
  {
    of: 'stub',
    edit: {
      path: 'README.md',
      replace: [
        '## Running\n',
        '```\nstub/\n├── train.mjs  # trains\n└── test.mjs\n```\n\n## Running\n',
      ],
    },
    finds: { what: /names test\.mjs/, path: 'README.md', line: 26 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['[train.mjs](train.mjs)', '[train.mjs](src/train.mjs)'] },
    finds: { what: /names src\/train\.mjs, which is not there/, path: 'README.md', line: 19 },
  },
]
