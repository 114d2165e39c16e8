import { bestSeeds } from '../../numbers/best-seed.ts'
import { quantitiesOf } from '../../numbers/quantities.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-12',
  severity: 'SHOULD',
  says: "A headline that is the best of the README's own seeds says so, and gives their median.",
  because:
    'a headline of 0.926 stood above three seeds of which the other two gave 0.904 and 0.893',
  appliesTo: everySubject,
  example: {
    passes: '"0.904 (median of three)" above seeds of 0.926, 0.904 and 0.893',
    fails: '"**0.926**" above them',
  },
  check: withPage('its numbers of seeds', (page) => {
    const columns = quantitiesOf(page).columns.filter(({ cells }) => cells.length > 2)
    return {
      lookedFor: `no best seed as the headline of ${columns.length} columns of seeds`,
      findings: bestSeeds(page).map(({ line, what }) => ({ what, at: { path: page.path, line } })),
      ...(columns.length === 0 && {
        notApplicable: 'no table gives a metric for three seeds or more',
      }),
    }
  }),
}
