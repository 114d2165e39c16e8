import type { Fault } from '../fault.ts'
import { asCatalogue } from '../in-catalogue.ts'

const given = asCatalogue({ 'README.md': '# Rings\n\n[net](ring-net/)\n' })

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    given,
    says: 'an address that is gone stands on two pages',
    change: asCatalogue({
      'README.md': '# Rings\n\n[net](ring-net/)\n\n[line](gone-net/)\n',
      'RESULTS.md': '[line](gone-net/)\n',
    }),
    finds: {
      what: /the link gone-net\/ leads to nothing \(again on RESULTS\.md:1\)/,
      path: 'README.md',
      line: 5,
    },
  },
  {
    of: 'stub',
    given,
    says: 'a picture is not there',
    change: asCatalogue({ 'README.md': '# Rings\n\n![rings](ring-net/gone.gif)\n' }),
    finds: { what: /the image ring-net\/gone\.gif/, path: 'README.md', line: 3 },
  },
]
