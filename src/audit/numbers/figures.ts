import type { Stat } from '../facts/runs/run.ts'
import type { Series } from '../facts/runs/series.ts'

/** A number that a README may give, and what it is. */
export interface Figure {
  readonly value: number
  readonly stat: Stat | 'difference' | 'test'
  readonly seed: number | null
  /** "net, testAccuracy, median of 5". */
  readonly says: string
}

/** Every number that follows from a series. */
export function figuresOf({ arm, metric, group, place, runs, points, given }: Series): Figure[] {
  const of = [arm, metric, group].filter((name) => name !== '').join(', ')
  const figure = (
    stat: Stat,
    value: number,
    words: string,
    seed: number | null = null,
    line = 0,
  ) => {
    const where = line > 0 ? `${place}:${line}` : place
    return { value, stat, seed, says: `${of}, ${words}${where === '' ? '' : ` (${where})`}` }
  }
  const values = runs.map(({ value }) => value).sort((a, b) => a - b)
  const n = values.length
  const summaries = [
    ...given.map(({ stat, value }) => figure(stat, value, stat)),
    ...points.map(({ seed, value, line }) =>
      figure('seed', value, `curve of seed ${seed}`, seed, line),
    ),
  ]
  if (n === 0) return summaries
  const mean = meanOf(values)
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  const sample = n > 1 ? Math.sqrt(squares / (n - 1)) : 0
  const error = sample / Math.sqrt(n)
  const spreads = [sample, Math.sqrt(squares / n), error, 1.96 * error, 2 * sample]
  return [
    figure('median', medianOf(values), `median of ${n}`),
    figure('mean', mean, `mean of ${n}`),
    figure('extreme', values[0], `least of ${n}`),
    figure('extreme', values[n - 1], `greatest of ${n}`),
    ...runs.map(({ seed, value, line }) =>
      figure('seed', value, seed === null ? 'one run' : `seed ${seed}`, seed, line),
    ),
    ...[...spreads, (values[n - 1] - values[0]) / 2, values[n - 1] - values[0]].map((value) =>
      figure('spread', value, `spread of ${n}`),
    ),
    ...summaries,
  ]
}

/** The middle of ascending values, or the mean of the two in the middle. */
export function medianOf(ascending: readonly number[]): number {
  const middle = ascending.length >> 1
  if (ascending.length % 2 === 1) return ascending[middle]
  return (ascending[middle - 1] + ascending[middle]) / 2
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Differences, ratios and shares of two series: of their medians, their means and their pairs. */
export function differencesOf(a: Series, b: Series): Figure[] {
  const sorted = (series: Series) => series.runs.map(({ value }) => value).sort((x, y) => x - y)
  const [one, other] = [sorted(a), sorted(b)]
  if (one.length === 0 || other.length === 0) return []
  const says = `${a.arm} ${a.metric} against ${b.arm} ${b.metric}`
  const figure = (value: number): Figure => ({
    value: Math.abs(value),
    stat: 'difference',
    seed: null,
    says,
  })
  const ends: readonly (readonly [number, number])[] = [
    [medianOf(one), medianOf(other)],
    [meanOf(one), meanOf(other)],
  ]
  const bySeed = new Map(b.runs.map(({ seed, value }) => [seed, value]))
  const pairs = a.runs.flatMap(({ seed, value }) => {
    const partner = seed === null ? undefined : bySeed.get(seed)
    return partner === undefined ? [] : [{ seed, value: value - partner }]
  })
  const middle = pairs.map(({ value }) => value).sort((x, y) => x - y)
  return [
    ...ends.flatMap(([x, y]) => [
      figure(x - y),
      ...(y === 0 ? [] : [figure(x / y), figure((x - y) / y)]),
      ...(x === 0 ? [] : [figure(y / x), figure((x - y) / x)]),
    ]),
    ...(middle.length > 0 ? [figure(medianOf(middle))] : []),
    ...pairs.map(({ seed, value }) => ({ ...figure(value), seed })),
  ]
}
