/** The median of some figures and their spread around it. No distribution is assumed. */
export interface Spread {
  readonly median: number
  /** Median of the absolute deviations from the median. */
  readonly mad: number
  readonly low: number
  readonly high: number
}

/** Needs at least one figure. */
export function spread(figures: readonly number[]): Spread {
  const median = middle(figures)
  return {
    median,
    mad: middle(figures.map((x) => Math.abs(x - median))),
    low: Math.min(...figures),
    high: Math.max(...figures),
  }
}

/**
 * The median. Not imported from `src`, because `--compare` runs these files with revisions that may
 * not have it.
 */
export function middle(figures: readonly number[]): number {
  if (figures.length === 0) throw new RangeError('a median needs at least one figure')
  const sorted = figures.toSorted((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2
}
