import type { Fault } from '../fault.ts'
import { asCatalogue, tableOf } from '../in-catalogue.ts'

const row = (said: string) => ({
  'RESULTS.md': tableOf('Reproduces?', `ring-net | ${said}`, 'line-net | yes'),
})

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    given: asCatalogue(row('partial (9/30 vs paper 9/10)')),
    says: 'a row says yes of 9 in 30 where the paper has 9 in 10',
    change: asCatalogue(row('yes (9/30 vs paper 9/10)')),
    finds: { what: /9 of 30 and 9 of 10 apart, p = 0\.00/, path: 'RESULTS.md', line: 3 },
  },
]
