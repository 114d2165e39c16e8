import { type Place, placeName } from '../../docs/place.ts'
import { spreadOf } from '../../docs/spread.ts'
import type { Paper } from '../../papers/paper.ts'
import type { GoldenRecord } from '../../records/golden.ts'
import { spreadText } from './figures.ts'
import { indented, table, visibleWidth } from './layout.ts'

/**
 * Every declared metric by arm: median [least, most] over the seeds that were run. Arms stand in
 * columns where they fit, else in rows. Nothing for a paper without records.
 */
export function metricsTable(
  paper: Pick<Paper, 'slug' | 'metrics' | 'arms'>,
  records: readonly GoldenRecord[],
  width: number,
): string[] {
  const arms = Object.keys(paper.arms)
    .map((arm) => ({ arm, runs: records.filter(({ job }) => job.arm === arm) }))
    .filter(({ runs }) => runs.length > 0)
  if (arms.length === 0) return []
  const metrics = Object.entries(paper.metrics).map(([metric, { label, unit }]) => ({
    label,
    cells: arms.map(({ arm, runs }) => {
      const spread = spreadOf(runs, { arm, metric })
      return spread ? spreadText(spread, unit) : '–'
    }),
  }))
  const heads = arms.map(({ arm, runs }) => `${arm} (${runs.length})`)
  const byMetric = table(
    [{ head: paper.slug }, ...heads.map((head) => ({ head }))],
    metrics.map(({ label, cells }) => [label, ...cells]),
  )
  if (byMetric.every((line) => visibleWidth(line) <= width)) return byMetric
  return table(
    [{ head: paper.slug }, ...metrics.map(({ label }) => ({ head: label }))],
    heads.map((head, i) => [head, ...metrics.map(({ cells }) => cells[i])]),
  )
}

/** The tables of several papers at one place under one heading. */
export function metricsText(
  papers: readonly Pick<Paper, 'slug' | 'metrics' | 'arms'>[],
  records: readonly GoldenRecord[],
  place: Place,
  width: number,
): string[] {
  const tables = papers.map((paper) =>
    metricsTable(
      paper,
      records.filter(({ job }) => job.paper === paper.slug),
      width - 2,
    ),
  )
  return [
    `All metrics (${placeName(place)}): median [least, most] over the seeds, whose number is behind the arm`,
    ...tables.filter((lines) => lines.length > 0).flatMap((lines) => ['', ...indented(lines)]),
  ]
}
