import type { Round } from './round.ts'
import type { Finished } from './whole-process.ts'

/**
 * Reports the metrics of a contender's run. Similar metrics show that contenders do the same work.
 */
export type Remark = (who: string, what: string) => void

/** A whole run, as a round of one call. */
export function roundOf({ milliseconds, mebibytes }: Omit<Finished, 'stdout'>): Round {
  const memory = mebibytes === undefined ? {} : { mebibytes }
  return { median: milliseconds, best: milliseconds, calls: 1, ...memory }
}

/** Metrics to four digits. */
export const shown = (metrics: Readonly<Record<string, number>>) =>
  Object.entries(metrics)
    .map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`)
    .join(', ')
