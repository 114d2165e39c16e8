import { ownContradictions } from '../../numbers/own-contradictions.ts'
import { quantitiesOf } from '../../numbers/quantities.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-11',
  severity: 'MUST',
  says: 'One seed has one value of a metric throughout the README, and a mean, a median or an extreme is that of the seeds beside it.',
  because:
    'the headline gave seed 0 a solve rate of 0.912, and the table of seeds below it 0.889: one of them was not run',
  appliesTo: everySubject,
  example: {
    passes: '"seed 0: 0.889" above a table that has seed 0 at 0.889',
    fails: '"seed 0: 0.912" above it',
  },
  check: withPage('its numbers of seeds', (page) => {
    const { columns } = quantitiesOf(page)
    return {
      lookedFor: `the same values elsewhere as in ${columns.length} columns of seeds`,
      findings: ownContradictions(page).map(({ line, what }) => ({
        what,
        at: { path: page.path, line },
      })),
      ...(columns.length === 0 && { notApplicable: 'no table gives a metric seed by seed' }),
    }
  }),
}
