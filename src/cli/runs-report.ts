import type { JudgedClaim } from '../claims/judged-claim.ts'
import { otherwiseAtHeadline } from '../goldens/accepted-headline.ts'
import { packageRoot } from '../package-root.ts'
import { papers } from '../papers/index.ts'
import type { Paper } from '../papers/paper.ts'
import { planJobs } from '../run/plan.ts'
import type { PlannedRuns } from './planned-runs.ts'
import type { Terminal } from './terminal.ts'
import { counted, durationText } from './text/figures.ts'
import {
  type Estimate,
  estimatedSeconds,
  estimateText,
  measuredRate,
} from './text/headline-estimate.ts'
import { metricsText } from './text/metrics-table.ts'
import { outcomesText } from './text/outcomes-table.ts'
import { paperText } from './text/paper-text.ts'
import { shellLine } from './text/shell-words.ts'
import type { TrainedRuns } from './train-planned.ts'

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
    ...(planned.preset === 'quick' ? await headlineForecast(planned, trained) : []),
  ]
}

/** MNIST's sizes: headline is declared for it, whatever these runs were on. */
const images = { train: 60_000, test: 10_000 }

async function headlineForecast(planned: PlannedRuns, { fresh }: TrainedRuns): Promise<string[]> {
  const estimates: Estimate[] = []
  for (const { paper } of planned.plans) {
    const rate = measuredRate(fresh.filter(({ record }) => record.job.paper === paper.slug))
    if (rate === null) continue
    const jobs = await headlineJobs(paper)
    estimates.push({ slug: paper.slug, seconds: estimatedSeconds(jobs, rate, planned.workers) })
  }
  if (estimates.length === 0) return []
  const slugs = estimates.map(({ slug }) => slug)
  const which = slugs.length === papers.length ? ['--all'] : slugs
  const data = planned.dataset.name === 'mnist' ? [] : ['--data', 'mnist']
  return ['', ...estimateText(estimates, shellLine(['npx', 'assay', 'run', ...which, ...data]))]
}

const headlineJobs = (paper: Paper) =>
  planJobs({ paper, preset: 'headline', dataset: 'mnist', images, overrides: {} })
