import type { JudgedClaim } from '../claims/judged-claim.ts'
import { otherwiseAtHeadline } from '../goldens/accepted-headline.ts'
import { packageRoot } from '../package-root.ts'
import { papers } from '../papers/index.ts'
import { headlineForecast } from '../run/headline-forecast.ts'
import type { PlannedRuns } from '../run/planned-runs.ts'
import { shellLine } from '../run/shell-line.ts'
import type { TrainedRuns } from '../run/train-planned.ts'
import type { Terminal } from './terminal.ts'
import { counted, durationText } from './text/figures.ts'
import { estimateText } from './text/headline-estimate.ts'
import { metricsText } from './text/metrics-table.ts'
import { outcomesText } from './text/outcomes-table.ts'
import { paperText } from './text/paper-text.ts'

/** All that `assay run` prints when the runs are done: claims, metrics, and what comes next. */
export async function runsReport(
  planned: PlannedRuns,
  trained: TrainedRuns,
  claims: readonly JudgedClaim[],
  { colours, width }: Pick<Terminal, 'colours' | 'width'>,
): Promise<string[]> {
  const run = planned.plans.map(({ paper }) => paper)
  const { records, seconds } = trained
  const place = { dataset: planned.dataset.name, preset: planned.preset }
  const time = `${counted(records.length, 'run')} in ${durationText(seconds)}`
  return [
    ...run.flatMap((paper) => {
      const own = records.filter(({ job }) => job.paper === paper.slug)
      const judged = claims.filter((claim) => claim.paper === paper.slug)
      const otherwise = otherwiseAtHeadline(packageRoot, paper, judged)
      const context = { records: own, place, otherwise, colours, width }
      return [...paperText(paper, judged, context), '']
    }),
    ...metricsText(run, records, place, width),
    '',
    ...outcomesText(claims, place, colours),
    '',
    `${time}; the records are in ${planned.store.folder}.`,
    ...(planned.preset === 'quick' ? await forecastText(planned, trained) : []),
  ]
}

async function forecastText(planned: PlannedRuns, trained: TrainedRuns): Promise<string[]> {
  const estimates = await headlineForecast(planned, trained)
  if (estimates.length === 0) return []
  const slugs = estimates.map(({ slug }) => slug)
  const which = slugs.length === papers.length ? ['--all'] : slugs
  const data = planned.dataset.name === 'mnist' ? [] : ['--data', 'mnist']
  return ['', ...estimateText(estimates, shellLine(['npx', 'assay', 'run', ...which, ...data]))]
}
