import { type LabelledNumber, labelledIn, labelledOn } from '../../catalogue/labelled.ts'
import { ownRows } from '../../catalogue/stub-rows.ts'
import { partsOf } from '../../facts/document/sections.ts'
import { runCountsIn } from '../../facts/numbers/run-counts.ts'
import { numbersIn, type WrittenNumber } from '../../facts/numbers/written-numbers.ts'
import type { Finding } from '../../finding.ts'
import { fromStub } from '../../gather/catalogue.ts'
import { agree } from '../../numbers/scaled.ts'
import type { Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'CATALOGUE-5',
  severity: 'SHOULD',
  says: 'A measurement that a catalogue gives of a reproduction is one that its README gives.',
  because: 'a catalogue kept the numbers of a first draft when the reproduction had been run anew',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: 'AUC 0.99 in the catalogue, and AUC 0.989 in the README',
    fails: 'AUC 0.99 in the catalogue, and the README has AUC 0.96 alone',
  },
  check: withPage('its measurements beside those of the catalogue', (page, { catalogue }) => {
    const own = catalogue?.own
    const rows = catalogue && own ? ownRows(catalogue) : []
    const given = rows.flatMap(({ path, line, cells }) =>
      cells.slice(1).flatMap(({ text }) => labelledIn(text, line).map((one) => ({ ...one, path }))),
    )
    const counts = rows.flatMap(({ path, line, cells }) =>
      cells
        .slice(1)
        .flatMap(({ text }) => runCountsIn(text).map((one) => ({ ...one, line, path }))),
    )
    const ownCounts = partsOf(page.blocks).flatMap(({ text, line }) =>
      runCountsIn(text).map((one) => ({ ...one, line })),
    )
    const lookedFor = `each of ${given.length} numbers with a name, at the precision at which it is written`
    if (!own || given.length + counts.length === 0) {
      const notApplicable = own
        ? 'no row of the catalogue gives a measurement of it'
        : 'the folder is part of no catalogue'
      return { lookedFor, findings: [], notApplicable }
    }
    const numbers = partsOf(page.blocks).flatMap(({ text }) => numbersIn(text))
    const labelled = labelledOn(page)
    const findings = given.flatMap(({ number, label, line, path }): Finding[] => {
      if (numbers.some((one) => agree(number, one) || (isFine(one) && agree(one, number))))
        return []
      const other = nearest(
        number.value,
        labelled.filter((one) => one.label === label),
      )
      if (!other) return []
      return [
        {
          what: `${fromStub(own, path)}:${line} gives ${label} ${number.text}, which the README nowhere has; the nearest ${label} there is ${other.number.text} (${page.path}:${other.line})`,
          at: { path: page.path, line: other.line },
        },
      ]
    })
    const otherCounts = counts.flatMap(({ text, successes, runs, line, path }): Finding[] => {
      const ofAsMany = ownCounts.filter((one) => one.runs === runs)
      const [other] = ofAsMany
      if (!other || runs < fewestRuns) return []
      // Where the README counts several things of as many runs, none of them is surely meant.
      if (ofAsMany.some((one) => one.successes !== other.successes)) return []
      if (other.successes === successes) return []
      return [
        {
          what: `${fromStub(own, path)}:${line} gives ${text.trim()}, and the README ${other.text.trim()} (${page.path}:${other.line})`,
          at: { path: page.path, line: other.line },
        },
      ]
    })
    return { lookedFor, findings: [...findings, ...otherCounts] }
  }),
}

/** Counts of fewer runs are of too many things. */
const fewestRuns = 20

/** Written to two digits at least: 1 is no rounding of 0.961 that anybody would quote. */
const isFine = ({ step, value }: WrittenNumber) => step <= 0.05 * Math.abs(value)

function nearest(value: number, all: readonly LabelledNumber[]): LabelledNumber | null {
  const far = ({ number }: LabelledNumber) => Math.abs(number.value - value)
  return all.reduce<LabelledNumber | null>(
    (best, one) => (best && far(best) <= far(one) ? best : one),
    null,
  )
}
