import { align } from '../table.ts'
import type { Compared } from './compare.ts'
import type { MedianInterval } from './median-interval.ts'
import { type RefusedSide, subjectWords } from './prepared-pair.ts'
import { margin, repeats, voteOf } from './verdict.ts'

/** The comparison as aligned lines: one column per repeat with its interval, and the verdict. */
export function comparisonTable(compared: readonly Compared[]): string {
  const repeats = Math.max(...compared.map(({ ratios }) => ratios.length))
  const heads = Array.from({ length: repeats }, (_, i) => `repeat ${i + 1}`)
  return align([
    ['time now / then', ...heads, ''],
    ...compared.map((one) => [
      `${one.name}, ${subjectWords(one)}`,
      ...heads.map((_, i) => (one.ratios[i] ? intervalWords(one.ratios[i]) : '-')),
      one.verdict,
    ]),
  ])
}

const intervalWords = ({ median, low, high }: MedianInterval) =>
  `${median.toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)})`

/** A sentence for a change, "REGRESSION: … takes 10 % longer than at REV in 3 of 3 repeats". */
export function verdictLine(one: Compared, revision: string): string | null {
  if (one.verdict !== 'slower' && one.verdict !== 'faster') return null
  const medians = one.ratios.map(({ median }) => median).sort((x, y) => x - y)
  const ratio = medians[Math.floor(medians.length / 2)]
  const what = `${one.name}, ${subjectWords(one)}`
  const agree = one.ratios.filter((ratio) => voteOf(ratio) === one.verdict).length
  const all = `in ${agree} of ${one.ratios.length} repeats`
  return one.verdict === 'slower'
    ? `REGRESSION: ${what} takes ${(100 * (ratio - 1)).toFixed(1)} % longer than at ${revision}, ${all}`
    : `improvement: ${what} takes ${(100 * (1 - ratio)).toFixed(1)} % less time than at ${revision}, ${all}`
}

/** The rule by which a change is reported. */
export const ruleWords = `A change is reported when at least ${repeats} repeats have their whole interval beyond ${100 * margin} %, and at least two more repeats than disagree.`

export function refusedLine({ name, side, subject, departure }: RefusedSide, revision: string) {
  const where = side === 'ours' ? 'in this checkout' : `at ${revision}`
  return `${name}, ${subject} has no time, because its answer is wrong ${where}: ${departure}. See: npx vitest run specs/contracts/parity`
}
