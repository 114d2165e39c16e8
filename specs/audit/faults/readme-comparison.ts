import type { Fault } from '../fault.ts'

const line = 32

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['| | Paper | Ours |', '| | Here | Ours |'] },
    finds: { what: /does not set what the paper says beside/, path: 'README.md', line: 31 },
  },
  {
    of: 'declared-stub',
    edit: { path: 'README.md', replace: ['| | Paper | Ours |', '| | Paper | Original |'] },
    finds: { what: /does not set what the paper says beside/, path: 'README.md', line },
  },
  {
    of: 'declared-stub',
    edit: {
      path: 'assay.json',
      replace: [
        '"better": { "arm": "net"',
        '"reference": { "text": "0.97 against 0.6", "certainty": "quoted", "where": "its log" },\n      "better": { "arm": "net"',
      ],
    },
    finds: { what: /reference's figure for net-beats-line: 0\.97/, path: 'README.md', line },
  },
]
