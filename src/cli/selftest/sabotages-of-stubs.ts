import type { Sabotage } from './sabotage.ts'

const stub = 'specs/audit/stub'
const reading = { assay: ['audit', stub] }

/** What can be wrong with a reproduction, as the audit of a sound one must say. */
export const sabotagesOfStubs: readonly Sabotage[] = [
  {
    name: 'a reproduction without a section',
    change: { path: `${stub}/README.md`, replace: '## Problem\n', by: '' },
    check: reading,
    says: /README\.md: there is no section Problem/,
  },
  {
    name: 'an outcome declared that the runs do not give',
    change: {
      path: `${stub}/assay.json`,
      replace: '"declared": "replicates"',
      by: '"declared": "not-replicated", "because": "a line may do"',
    },
    check: { assay: ['audit', stub, '--run'] },
    says: /claim net-beats-line .* is declared not-replicated, but its records say/,
  },
]
