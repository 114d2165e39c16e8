import type { Rule } from '../../rule.ts'
import { wrongCounts } from '../../verdict-counts.ts'

export const rule: Rule = {
  clause: 'CATALOGUE-2',
  severity: 'MUST',
  says: 'What a catalogue’s summary counts is what the rows of its tables come to.',
  because: 'a summary was written first, and the tables under it were changed afterwards',
  appliesTo: ['catalogue'],
  example: {
    passes: '| 3 reproduce | 1 partial | over tables of 3 yes and 1 partial',
    fails: '| 3 reproduce | 1 partial | over tables of 2 yes and 2 partial',
  },
  check({ catalogue }) {
    const pages = (catalogue?.pages ?? []).map(({ page }) => page)
    return {
      read: pages.map(({ path }) => path).join(', ') || 'no page',
      lookedFor: 'counts of verdicts as the rows of the tables have them',
      findings: wrongCounts(pages).map(({ path, line, what }) => ({ what, at: { path, line } })),
      ...(pages.length === 0 && { notApplicable: 'the catalogue has no page' }),
    }
  },
}
