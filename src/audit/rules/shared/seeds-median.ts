import { type HeadlineNumber, headlineNumbers } from '../../facts/said/headline-numbers.ts'
import { type MeasuredValues, measuredValues } from '../../measured-values.ts'
import { headlineNumbersByScope } from '../../numbers/headline-by-scope.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { whichSeed } from '../../which-seed.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'SEED-3',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'The headline number is the median over the declared seeds.',
  because: 'a headline was a lucky seed; the mean over ten showed no difference',
  appliesTo: everySubject,
  example: {
    passes: 'net 0.966, where seeds 0-4 gave 0.972, 0.952, 0.904, 0.976, 0.966',
    fails: 'net 0.976, which is the best of them',
  },
  check: withPage('the numbers that Results gives as ours', (page, evidence) => {
    const measured = measuredValues(evidence).filter(({ values }) => values.length > 1)
    const heldOf = (numbers: readonly HeadlineNumber[]) =>
      numbers.flatMap((number) => {
        const own = measured.filter(({ isNamedIn }) => isNamedIn(number.label))
        const held = own.length > 0 ? holdAgainst(number, own) : null
        return held === null ? [] : [{ line: number.line, fault: held.fault }]
      })
    const inTables = headlineNumbers(page)
    // Where no table and nothing bold tells, sentences and html do.
    const [numbers, held] = [inTables, headlineNumbersByScope(page, evidence)]
      .map((numbers) => [numbers, heldOf(numbers)] as const)
      .find(([, held]) => held.length > 0) ?? [inTables, []]
    const findings = held.flatMap(({ line, fault }) =>
      fault === null ? [] : [{ what: fault, at: { path: page.path, line } }],
    )
    const lookedFor = `${held.length} of ${numbers.length} numbers as medians over several seeds`
    if (held.length > 0) return { lookedFor, findings }
    const why =
      measured.length === 0
        ? 'no records of several seeds are there to hold the numbers against'
        : 'no number under Results could be told to be that of an arm with records'
    return {
      lookedFor,
      findings: [],
      ...(evidence.subject.kind === 'stub' ? { notApplicable: why } : { unproven: why }),
    }
  }),
}

/** What is wrong with a number, if anything; null where it is none of these arms' results. */
function holdAgainst(
  { number, about }: HeadlineNumber,
  measured: readonly MeasuredValues[],
): { readonly fault: string | null } | null {
  const origins = measured.map(({ arm, metric, values }) => ({
    ...whichSeed(number, values),
    of: `${metric}${arm === '' ? '' : ` of ${arm}`}`,
  }))
  if (origins.some(({ origin }) => origin === 'median')) return { fault: null }
  const mean = origins.find(({ origin }) => origin === 'mean')
  if (mean && /\b(mean|average[ds]?|avg)\b|±|\+[/-]/i.test(about)) return { fault: null }
  const other = mean ?? origins.find(({ origin }) => origin === 'seed')
  return other ? { fault: `${other.of}: ${other.sentence}` } : null
}
