import { proseIn, type Table, tablesIn } from '../../facts/document/document.ts'
import { plain } from '../../facts/document/text.ts'
import type { Finding } from '../../finding.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { type Tally, tallyFault, tallyOf } from '../../tally.ts'
import { verdictWord } from '../../text/verdict-word.ts'
import { isTotal, wrongTotals } from '../../totals.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'CLAIM-9',
  severity: 'MUST',
  says: "A table's total is what its rows come to, and a sentence that counts agrees with the table it sums up.",
  because: "a catalogue's totals contradicted its own tables",
  appliesTo: everySubject,
  example: {
    passes: '"2 of 3 reproduce" above a table of yes, yes, no',
    fails: '"3 of 3 reproduce" above it',
  },
  check: withPage('its tables and the sentences that count them', (page) => {
    const tables = tablesIn(page.blocks)
    const ofTotals = tables.flatMap(wrongTotals)
    const tallies = tables.flatMap((table) => {
      const tally = verdictsOf(table)
      return tally ? [{ ...tally, line: table.line }] : []
    })
    const ofSentences = proseIn(page.blocks).flatMap(({ text, line }) => {
      const table = nearest(tallies, line)
      const fault = table && tallyFault(plain(text), table)
      return fault ? [{ line, what: `${fault} (line ${table.line})` }] : []
    })
    return {
      lookedFor: `totals of ${tables.length} tables as their rows give them`,
      findings: [...ofTotals, ...ofSentences].map(
        ({ line, what }): Finding => ({ what, at: { path: page.path, line } }),
      ),
      ...(tables.length === 0 && { notApplicable: 'the README has no table' }),
    }
  }),
}

/** The one that begins nearest to a line. */
function nearest<T extends { readonly line: number }>(all: readonly T[], line: number): T | null {
  const far = (one: T) => Math.abs(one.line - line)
  return all.reduce<T | null>((best, one) => (best && far(best) <= far(one) ? best : one), null)
}

/** What the last column of verdicts says; null where no column holds verdicts in most rows. */
function verdictsOf({ header, rows }: Table): Tally | null {
  const own = rows.filter((row) => !isTotal(row))
  const columns = header.map((_, i) =>
    own.flatMap(({ cells }) => verdictWord(cells[i]?.text ?? '') ?? []),
  )
  const verdicts = columns.findLast(
    (words, i) => i > 0 && words.length > 1 && 2 * words.length > own.length,
  )
  return verdicts ? tallyOf(verdicts, own.length) : null
}
