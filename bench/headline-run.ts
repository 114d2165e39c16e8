import type { Round } from './round.ts'
import type { Finished } from './whole-process.ts'

/** Says what somebody's run came to: the work is the same only when the results are alike. */
export type Remark = (who: string, what: string) => void

/** A whole run is a round of one call. */
export function roundOf({ milliseconds, mebibytes }: Omit<Finished, 'stdout'>): Round {
  const memory = mebibytes === undefined ? {} : { mebibytes }
  return { median: milliseconds, best: milliseconds, calls: 1, ...memory }
}

/** Metrics to four digits. */
export const shown = (metrics: Readonly<Record<string, number>>) =>
  Object.entries(metrics)
    .map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`)
    .join(', ')
