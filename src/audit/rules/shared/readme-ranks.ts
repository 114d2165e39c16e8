import { wrongRanks } from '../../numbers/ranks.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-15',
  severity: 'MUST',
  says: 'What is said to be first or last on every seed is so on every seed that the README gives.',
  because:
    'a variant was "last across all three seeds", and the table below had another one behind it',
  appliesTo: everySubject,
  example: {
    passes: '"the stump is last on every seed" above seeds on all of which it is',
    fails: 'the same above seeds on one of which the tree has the larger error',
  },
  check: withPage('its words on every seed', (page) => ({
    lookedFor: 'no seed in its tables that says otherwise',
    findings: wrongRanks(page).map(({ line, what }) => ({ what, at: { path: page.path, line } })),
  })),
}
