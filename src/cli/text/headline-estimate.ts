import type { RunRecord } from '../../records/record.ts'
import type { PlannedJob } from '../../run/plan.ts'
import { durationText } from './figures.ts'
import { indented, table } from './layout.ts'

/** Floating-point operations a second of one worker, as measured; null when nothing was trained. */
export function measuredRate(
  runs: readonly {
    readonly planned: Pick<PlannedJob, 'flops'>
    readonly record: Pick<RunRecord, 'provenance'>
  }[],
): number | null {
  const trained = runs.filter(({ planned }) => planned.flops > 0)
  const flops = trained.reduce((sum, { planned }) => sum + planned.flops, 0)
  const seconds = trained.reduce((sum, { record }) => sum + record.provenance.seconds, 0)
  return seconds > 0 ? flops / seconds : null
}

/** Seconds that a plan takes at a rate: all its arithmetic shared out, but no run is split. */
export function estimatedSeconds(
  jobs: readonly Pick<PlannedJob, 'flops'>[],
  rate: number,
  workers: number,
): number {
  const longest = Math.max(0, ...jobs.map(({ flops }) => flops))
  return Math.max(jobs.reduce((sum, { flops }) => sum + flops, 0) / rate / workers, longest / rate)
}

export interface Estimate {
  readonly slug: string
  readonly seconds: number
}

/** What headline would take here, a row a paper, and the command for it. */
export function estimateText(estimates: readonly Estimate[], command: string): string[] {
  const rows = estimates.map(({ slug, seconds }) => [slug, `about ${durationText(seconds)}`])
  const all = estimates.reduce((sum, { seconds }) => sum + seconds, 0)
  if (rows.length > 1) rows.push(['together', `about ${durationText(all)}`])
  return [
    'At the rate of these runs, headline (the reference’s full recipe) would take here:',
    '',
    ...indented(table([{ head: 'paper' }, { head: 'time' }], rows)),
    '',
    `Run it with: ${command}`,
  ]
}
