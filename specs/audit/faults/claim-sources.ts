import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    edit: { path: 'assay.json', replace: ['"transcribed"', '"recalled"'] },
    finds: {
      what: /net-beats-line: the paper's figure "0.95 against 0.61" \(Table 1\) is recalled/,
      path: 'assay.json',
      line: 30,
    },
  },
  {
    of: 'declared-stub',
    edit: {
      path: 'assay.json',
      replace: [
        '"better": {',
        '"reference": { "text": "0.96", "certainty": "recalled", "where": "a talk" },\n      "better": {',
      ],
    },
    finds: { what: /the reference's figure "0.96" \(a talk\)/, path: 'assay.json', line: 31 },
  },
]
