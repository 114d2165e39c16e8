import { countedSeeds } from '../../numbers/counted-seeds.ts'
import { quantitiesOf } from '../../numbers/quantities.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-13',
  severity: 'SHOULD',
  says: 'A table of seeds holds the seeds that are said above it, and leaves none out of their sequence in silence.',
  because: '"ten seeds" stood over a table of five, and a seed that failed was left out of another',
  appliesTo: everySubject,
  example: {
    passes: '"five seeds" above rows of seeds 0 to 4',
    fails: '"ten seeds" above them, or rows of 0, 1, 3 and 4 without a word about 2',
  },
  check: withPage('its tables of seeds', (page) => {
    const tables = new Set(quantitiesOf(page).columns.map(({ table }) => table)).size
    const findings = countedSeeds(page).map(({ line, what }) => ({
      what,
      at: { path: page.path, line },
    }))
    return {
      lookedFor: `as many seeds as are said in ${tables} tables, none left out`,
      findings,
      ...(tables === 0 &&
        findings.length === 0 && { notApplicable: 'no table has a row or a column a seed' }),
    }
  }),
}
