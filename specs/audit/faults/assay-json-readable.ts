import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'assay.json', write: '{"schema": "assay/stub@1",' },
    finds: { what: /assay\.json is cut short or not JSON/, path: 'assay.json' },
  },
  {
    of: 'declared-stub',
    edit: { path: 'assay.json', replace: ['"command"', '"shell": "rm", "command"'] },
    finds: { what: /is not as assay\/stub@1 asks/, path: 'assay.json' },
  },
]
