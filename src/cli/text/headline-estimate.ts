import type { Estimate } from '../../run/headline-forecast.ts'
import { durationText } from './figures.ts'
import { indented, table } from './layout.ts'

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
