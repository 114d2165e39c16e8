import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    edit: {
      path: 'assay.json',
      replace: [
        '"declared": "replicates"',
        '"declared": "not-replicated", "because": "a line may do"',
      ],
    },
    finds: {
      what: /net-beats-line .* declared not-replicated, but its records say replicates/,
      path: 'assay.json',
    },
  },
]
