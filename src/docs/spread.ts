import type { Measure } from '../claims/claim.ts'
import { compare, decimal, type Fraction, fraction } from '../claims/statistics/fraction.ts'
import { median } from '../claims/statistics/median.ts'
import type { RunRecord } from '../records/record.ts'

/** One arm's metric over its seeds. Exact where the metric is a count. */
export interface Spread {
  readonly seeds: readonly number[]
  readonly median: Fraction
  readonly least: Fraction
  readonly most: Fraction
}

type Measured = Pick<RunRecord, 'job' | 'metrics' | 'counts'>

/** The spread over `seeds`, or over all that ran; null when no run has the metric. */
export function spreadOf(
  records: readonly Measured[],
  { arm, metric }: Measure,
  seeds?: readonly number[],
): Spread | null {
  const runs = records.filter(
    ({ job, metrics }) =>
      job.arm === arm &&
      Object.hasOwn(metrics, metric) &&
      (seeds === undefined || seeds.includes(job.seed)),
  )
  if (runs.length === 0) return null
  const sorted = runs.map((run) => exact(run, metric)).sort(compare)
  return {
    seeds: runs.map(({ job }) => job.seed),
    median: median(sorted),
    least: sorted[0],
    most: sorted[sorted.length - 1],
  }
}

function exact({ counts, metrics }: Measured, metric: string): Fraction {
  if (!Object.hasOwn(counts, metric)) return decimal(metrics[metric])
  const { count, total } = counts[metric]
  return fraction(count, total)
}
