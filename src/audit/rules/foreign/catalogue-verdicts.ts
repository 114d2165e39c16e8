import { ownRows } from '../../catalogue/stub-rows.ts'
import { contradict, type StubVerdict, verdictOfRow } from '../../catalogue/verdicts.ts'
import type { Finding } from '../../finding.ts'
import { fromStub } from '../../gather/catalogue.ts'
import type { Rule } from '../../rule.ts'
import { saidOutcomes } from '../../said-outcomes.ts'
import { withPage } from '../../with-page.ts'

/** A verdict and where it stands, from the stub's folder. */
interface Said extends Omit<StubVerdict, 'written'> {
  readonly written: string
  readonly path: string
  readonly line: number
}

export const rule: Rule = {
  clause: 'CATALOGUE-3',
  severity: 'MUST',
  says: 'The pages of a catalogue say of a reproduction what its README says of itself: yes, in part, or no.',
  because: 'a catalogue said yes of reproductions whose own pages say in part',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '| rings | partial | in the catalogue, and "Reproduces: partial" in rings/README.md',
    fails: '| rings | yes | in the catalogue, and "Reproduces: partial" in rings/README.md',
  },
  check: withPage('its verdict beside those of the catalogue', (page, { catalogue }) => {
    const lookedFor = 'one verdict on every page'
    const none = (notApplicable: string) => ({ lookedFor, findings: [], notApplicable })
    if (!catalogue?.own) return none('the folder is part of no catalogue')
    const { own } = catalogue
    const said = ownRows(catalogue).flatMap((row): Said[] => {
      const verdict = verdictOfRow(row)
      return verdict ? [{ ...verdict, path: fromStub(own, row.path), line: row.line }] : []
    })
    if (said.length === 0) return none('no row of the catalogue gives it a verdict')
    const whole = saidOutcomes(page).filter(({ row }) => row === null)
    const itself = new Set(whole.map(({ word }) => word)).size === 1 ? whole.slice(0, 1) : []
    const all: Said[] = [
      ...itself.map(({ word, line }) => ({ word, written: word, path: page.path, line })),
      ...said,
    ]
    const [first, ...others] = all
    const findings = others.flatMap((one): Finding[] =>
      contradict(first.word, one.word)
        ? [
            {
              what: `${one.path}:${one.line} says “${one.written}” of it, and ${first.path}:${first.line} “${first.written}”`,
              at: { path: first.path, line: first.line },
            },
          ]
        : [],
    )
    return { lookedFor: `${all.length} verdicts, alike`, findings }
  }),
}
