import type { Measured } from './measure.ts'
import type { Accuracy, Rate } from './tally.ts'

/** The tables of one measurement, for a terminal. */
export function accuracyText(accuracy: Accuracy): string {
  const { precision, recall, accused, pedantic, notMeasured, clauses, kinds } = accuracy
  const clauseLines = clauses.map((one) =>
    [
      one.clause.padEnd(12),
      rateText(one.precision).padEnd(26),
      rateText(one.recall).padEnd(26),
      one.pedantic || '',
    ].join(''),
  )
  const missing = kinds.filter(({ recall }) => recall.count < recall.of)
  return [
    `${'clause'.padEnd(12)}${'true of its findings'.padEnd(26)}${'found of its faults'.padEnd(26)}pedantic`,
    ...clauseLines,
    '',
    'kinds of which faults are missed:',
    ...missing.map(({ kind, recall }) => `  ${kind.padEnd(26)}${recall.count} of ${recall.of}`),
    '',
    `precision        ${rateText(precision)}, and ${pedantic} pedantic`,
    `recall           ${rateText(recall)}`,
    `negatives        ${rateText(accused)} accused`,
    `not measured     ${notMeasured} faults that need runs`,
  ].join('\n')
}

/** Each miss and each false finding, a line each. */
export function mistakesText({ faults, findings, negatives }: Measured): string {
  return [
    'Missed:',
    ...faults
      .filter(({ foundBy }) => foundBy?.length === 0)
      .map(({ folder, kind, says }) => `  ${folder}, ${kind}: ${says}`),
    'False:',
    ...findings
      .filter(({ worth }) => worth === 'false')
      .map(
        ({ folder, clause, path, line, what }) => `  ${clause} ${folder}/${path}:${line}: ${what}`,
      ),
    'Accused although fine:',
    ...negatives.flatMap(({ folder, resembles, says, accusedBy }) =>
      (accusedBy ?? []).map(({ clause }) => `  ${folder}, ${resembles}: ${says} (${clause})`),
    ),
  ].join('\n')
}

function rateText({ count, of, interval }: Rate): string {
  if (!interval) return '-'
  const [low, high] = interval.map((bound) => (100 * bound).toFixed(0))
  return `${count} of ${of} (${low} to ${high} %)`
}
