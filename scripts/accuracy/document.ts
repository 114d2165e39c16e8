import type { Contents } from '../../src/docs/blocks.ts'
import { paragraphs, table } from '../../src/docs/markdown.ts'
import type { HandCount } from './by-hand.ts'
import type { Accuracy, Rate } from './tally.ts'

export const accuracyPath = 'audits/ACCURACY.md'

/** The blocks of audits/ACCURACY.md that are made of the labelled folders and of the hand counts. */
export function accuracyBlocks(
  reading: Accuracy,
  kinds: Readonly<Record<string, string>>,
  byHand: readonly HandCount[],
): Contents {
  return {
    total: totalText(reading),
    clauses: clauseTable(reading),
    kinds: kindTable(reading, kinds),
    'by-hand': handTable(byHand),
  }
}

function totalText({ precision, recall, accused, pedantic, notMeasured }: Accuracy): string {
  return paragraphs(
    table(
      ['', 'Count', 'Rate', '95 % interval'],
      [
        ['findings that point at a planted fault (precision)', ...cellsOf(precision)],
        ['planted faults that are found (recall)', ...cellsOf(recall)],
        ['true negatives that are accused', ...cellsOf(accused)],
      ],
    ),
    `Counted apart: ${pedantic} findings about forms of our own. Not measured here: ${notMeasured} faults that only runs show.`,
  )
}

function clauseTable({ clauses }: Accuracy): string {
  return table(
    [
      'Clause',
      'True of its findings',
      '95 % interval',
      'Found of its faults',
      '95 % interval',
      'Pedantic',
    ],
    clauses.map(({ clause, precision, recall, pedantic }) => [
      `[${clause}](SPEC.md#${clause.toLowerCase()})`,
      ...shortCells(precision),
      ...shortCells(recall),
      pedantic === 0 ? '' : String(pedantic),
    ]),
  )
}

function kindTable({ kinds }: Accuracy, says: Readonly<Record<string, string>>): string {
  return table(
    ['Kind', 'Found', 'Not measured', 'True negatives accused'],
    kinds.map(({ kind, recall, notMeasured, accused }) => [
      says[kind],
      countOf(recall),
      notMeasured === 0 ? '' : String(notMeasured),
      countOf(accused),
    ]),
  )
}

function handTable(counts: readonly HandCount[]): string {
  if (counts.length === 0) return 'Nothing yet.'
  return table(
    ['Date', 'What', 'Count'],
    counts.map(({ date, what, count, of }) => [date, what, of ? `${count} of ${of}` : `${count}`]),
  )
}

const countOf = ({ count, of }: Rate) => (of === 0 ? '' : `${count} of ${of}`)
const percent = (value: number) => `${(100 * value).toFixed(0)} %`
const intervalOf = ({ interval }: Rate) =>
  interval ? `${percent(interval[0])} to ${percent(interval[1])}` : ''
const shortCells = (rate: Rate) => [countOf(rate), intervalOf(rate)]
const cellsOf = (rate: Rate) => [
  countOf(rate),
  rate.of === 0 ? '' : percent(rate.count / rate.of),
  intervalOf(rate),
]
