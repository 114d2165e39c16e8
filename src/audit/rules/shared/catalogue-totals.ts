import { tablesIn } from '../../facts/document/document.ts'
import type { Finding } from '../../finding.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { wrongTotals } from '../../totals.ts'
import { wrongCounts } from '../../verdict-counts.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'CLAIM-9',
  severity: 'MUST',
  says: "A table's total is what its rows come to, and what counts verdicts agrees with the tables that it sums up.",
  because: "a catalogue's totals contradicted its own tables",
  appliesTo: everySubject,
  example: {
    passes: '"2 of 3 reproduce" above a table of yes, yes, no',
    fails: '"3 of 3 reproduce" above it',
  },
  check: withPage('its tables and what counts them', (page) => {
    const tables = tablesIn(page.blocks)
    return {
      lookedFor: `totals of ${tables.length} tables as their rows give them`,
      findings: [...tables.flatMap(wrongTotals), ...wrongCounts([page])].map(
        ({ line, what }): Finding => ({ what, at: { path: page.path, line } }),
      ),
      ...(tables.length === 0 && { notApplicable: 'the README has no table' }),
    }
  }),
}
