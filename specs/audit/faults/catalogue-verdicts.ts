import type { Fault } from '../fault.ts'
import { inCatalogue, tableOf } from '../in-catalogue.ts'
import { withReadme } from '../with-readme.ts'

const pages = (readme: string, results: string) =>
  inCatalogue({
    'README.md': tableOf('Reproduces?', `[ring-net](ring-net/) | ${readme}`),
    'RESULTS.md': tableOf('Reproduces?', `ring-net-deep | no`, `ring-net/ (PR 4) | ${results}`),
  })

const saying =
  (verdict: string, of: ReturnType<typeof inCatalogue>) => (evidence: Parameters<typeof of>[0]) =>
    of(
      withReadme(
        'Test accuracy, median',
        `**Reproduces:** ${verdict}\n\nTest accuracy, median`,
      )(evidence),
    )

const qualitative = pages('qualitative (half of the seeds)', 'partial')

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    given: pages('yes (30 of 30 seeds)', 'yes'),
    says: 'two pages of the catalogue disagree',
    change: pages('yes (30 of 30 seeds)', 'no'),
    finds: {
      what: /\.\.\/RESULTS\.md:4 says “no” of it, and \.\.\/README\.md:3 “yes”/,
      path: '../README.md',
      line: 3,
    },
  },
  {
    of: 'stub',
    given: saying('partial', qualitative),
    says: 'the catalogue says yes of what calls itself a part',
    change: saying('partial', pages('yes', 'yes')),
    finds: {
      what: /\.\.\/README\.md:3 says “yes” of it, and README\.md:33 “partial”/,
      path: 'README.md',
    },
  },
  {
    of: 'stub',
    // Of the kind, and by its own words in full: both may be meant.
    given: saying('yes', pages('qualitative', 'qualitative')),
    says: 'the catalogue says no of what calls itself a yes',
    change: saying('yes', pages('no', 'qualitative')),
    finds: { what: /\.\.\/README\.md:3 says “no” of it/, path: 'README.md' },
  },
]
