import type { Fault } from '../fault.ts'
export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['**0.966**', '**0.972**'] },
    finds: { what: /0\.972 .* nearest/, path: 'README.md', line: 37 },
  },
]
