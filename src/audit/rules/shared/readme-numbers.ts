import { sectionsNamed } from '../../facts/document/sections.ts'
import { statementsOf } from '../../facts/document/statements.ts'
import { heldBy } from '../../numbers/held.ts'
import { type Measured, measuredBy } from '../../numbers/measured.ts'
import { mostNumbers, type ResultNumber, resultNumbers } from '../../numbers/result-numbers.ts'
import { agree } from '../../numbers/scaled.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-9',
  severity: 'MUST',
  says: 'Every number under Results that reads as a measured result is held by the records, at the precision at which it is written.',
  because:
    'numbers that were typed by hand went stale: one seed had three accuracies, in the text, in the table and in a fresh run',
  appliesTo: everySubject,
  example: {
    passes: '"net: 0.966", and the median of the records is 0.966',
    fails: '"net: 0.972", which is one lucky seed, or the accuracy of another arm',
  },
  check: withPage('the numbers under Results', (page, evidence) => {
    const measured = measuredBy(evidence)
    const lookedFor = `each of them in ${measured.paths.join(', ') || 'a record'}`
    if (measured.series.length === 0)
      return { lookedFor, findings: [], unproven: 'no record is there to read the numbers against' }
    const sections = sectionsNamed(page, 'Results')
    if (sections.length === 0)
      return { lookedFor, findings: [], unproven: 'there is no section Results' }
    const statements = sections.flatMap(statementsOf)
    const { results, isCut } = resultNumbers(statements, measured.vocabulary)
    const quoted = [
      ...measured.claims.flatMap(({ figures }) => figures),
      ...results.filter(({ whose }) => whose === 'theirs').map(({ number }) => number),
    ]
    const findings = results.flatMap((result) => {
      const what =
        result.whose === 'theirs'
          ? quotedFault(result, measured)
          : ownFault(result, measured, quoted)
      return what === null ? [] : [{ what, at: { path: page.path, line: result.line } }]
    })
    return {
      lookedFor: `${results.length} numbers, ${lookedFor}`,
      findings,
      ...(isCut && { unproven: `only the first ${mostNumbers} numbers of Results were read` }),
      ...(results.length === 0 && { unproven: 'Results gives no number that reads as a result' }),
    }
  }),
}

type Written = ResultNumber['number']

function ownFault(
  result: ResultNumber,
  measured: Measured,
  quoted: readonly Written[],
): string | null {
  const { number, scope, isProbability } = result
  // Without declared claims nobody but the author has computed a test.
  if (isProbability && measured.tests.length === 0) return null
  const held = heldBy(
    isProbability ? { ...result, scope: { ...scope, arms: [], isDifference: true } } : result,
    measured,
    quoted,
  )
  if (held.held) return null
  const of = [...scope.claims, ...scope.arms, ...scope.metrics].join(', ')
  const what = `${number.text} is held by no record${of === '' ? '' : ` of ${of}`}`
  const elsewhere = held.elsewhere ? `; it is ${held.elsewhere}` : ''
  return `${what}: the nearest there is ${held.nearest}${elsewhere}`
}

/** A figure of others is checked where a claim of just these arms and metrics carries one. */
function quotedFault({ number, scope }: ResultNumber, { claims }: Measured): string | null {
  const about = claims.filter(
    ({ id, arms, metrics, figures }) =>
      figures.length > 0 &&
      (scope.claims.includes(id) ||
        (scope.arms.length > 0 &&
          scope.arms.every((arm) => arms.includes(arm)) &&
          scope.metrics.every((metric) => metrics.includes(metric)))),
  )
  const figures = about.flatMap((claim) => claim.figures)
  if (figures.length === 0 || figures.some((figure) => agree(number, figure))) return null
  const declared = figures.map(({ text }) => text).join(', ')
  const ids = about.map(({ id }) => id).join(', ')
  return `${number.text} is given as a figure of others, but ${ids} declares ${declared}`
}
