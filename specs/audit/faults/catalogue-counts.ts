import type { Fault } from '../fault.ts'
import { asCatalogue, tableOf } from '../in-catalogue.ts'

const tables = [
  tableOf('Reproduces?', 'ring-net | yes (30 of 30)', 'ring-net-deep | qualitative'),
  tableOf('Reproduces?', 'line-net | **yes**', 'disc-net | no (honest non-replication)'),
].join('\n## Later\n\n')

const cells = (yes: number, some: number) =>
  `| ${yes} reproduce paper claims | ${some} partial / qualitative reproductions | 1 honest non-replication |\n|---|---|---|\n| fully | in kind | analysed |\n`
const rows = (yes: number) =>
  `${tables}\n## Summary\n\n| Reproduces? | Count |\n|---|---:|\n| **yes** | ${yes} |\n| **qualitative** | 1 |\n| **no** | 1 |\n`

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    given: asCatalogue({ 'README.md': `${cells(2, 1)}\n${tables}` }),
    says: 'the header counts one too many',
    change: asCatalogue({ 'README.md': `${cells(3, 1)}\n${tables}` }),
    finds: {
      what: /"3 reproduce" is said, and the table has 2 yes/,
      path: 'README.md',
      line: 1,
    },
  },
  {
    of: 'stub',
    given: asCatalogue({ 'RESULTS.md': rows(2) }),
    says: 'a table of counts is an older one',
    change: asCatalogue({ 'RESULTS.md': rows(4) }),
    finds: { what: /"4 yes" is said/, path: 'RESULTS.md', line: 17 },
  },
  {
    of: 'stub',
    // A page without tables sums up the page that has them.
    given: asCatalogue({ 'README.md': cells(2, 1), 'RESULTS.md': tables }),
    says: 'the README counts what RESULTS.md has not',
    change: asCatalogue({ 'README.md': cells(2, 2), 'RESULTS.md': tables }),
    finds: {
      what: /is said, and the table has 2 yes, .*RESULTS\.md/,
      path: 'README.md',
    },
  },
]
