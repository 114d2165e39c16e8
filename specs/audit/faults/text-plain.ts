import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'train.mjs', replace: ['const random =', '// \u202e turned\nconst random ='] },
    finds: { what: /line 20 holds U\+202E/, path: 'train.mjs', line: 20 },
  },
  {
    of: 'stub',
    edit: {
      path: 'README.md',
      replace: ['A line cannot do it.', '\u001b[31mA line cannot do it.'],
    },
    finds: { what: /holds U\+001B/, path: 'README.md', line: 12 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['the paper says.', 'the paper says\u2067.'] },
    finds: { what: /holds U\+2067/, path: 'README.md', line: 13 },
  },
]
