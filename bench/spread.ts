/** The middle of some figures and how far they lie from it; no distribution is assumed. */
export interface Spread {
  readonly median: number
  /** Median of the absolute deviations from the median. */
  readonly mad: number
  readonly low: number
  readonly high: number
}

/** Needs one figure at least. */
export function spread(figures: readonly number[]): Spread {
  const median = middle(figures)
  return {
    median,
    mad: middle(figures.map((x) => Math.abs(x - median))),
    low: Math.min(...figures),
    high: Math.max(...figures),
  }
}

/** The median. Not that of `src`: `--compare` runs these files over revisions that may lack it. */
export function middle(figures: readonly number[]): number {
  if (figures.length === 0) throw new RangeError('the middle of no figures')
  const sorted = figures.toSorted((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2
}
