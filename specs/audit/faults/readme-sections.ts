import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['## Problem\n', '```\n## Problem\n```\n'] },
    finds: { what: /no section Problem/, path: 'README.md' },
  },
  {
    of: 'stub',
    edit: {
      path: 'README.md',
      replace: ['## Visualizations', 'Results\n-------\n\n1\n\n## Visualizations'],
    },
    finds: { what: /Results comes 2 times/, path: 'README.md', line: 42 },
  },
]
