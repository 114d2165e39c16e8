import { type HistoryLine, type RecordedResult, seriesName } from '../record/history-line.ts'
import { middle } from '../spread.ts'

/** A step of a series: its level changes from one commit on. It is advice and fails nothing. */
export interface Step {
  readonly series: string
  /** The first commit at the new level. */
  readonly commit: string
  /** New time divided by old time, corrected for the machine's speed where that was measured. */
  readonly ratio: number
  /** How many lines the compared parts before and after the step have. */
  readonly before: number
  readonly after: number
}

/**
 * A point of a series: the logarithm of the time, in units of the peak that the machine reached in
 * that run.
 */
interface Point {
  readonly commit: string
  readonly value: number
}

/** The least number of lines on each side of a step. With fewer, one bad day would be a step. */
const shortest = 4
/** Smaller steps are not reported. */
const smallest = Math.log(1.03)
/**
 * The least distance of the medians, in standard errors. specs/bench/steps measures how many steps
 * are missed and how many are false.
 */
const separation = 3

/**
 * Steps in the histories of one machine class. A series is one benchmark, backend and number of
 * threads; runs of a changed checkout are left out. Where a series has a step, both parts are
 * searched again. Pure.
 */
export function findSteps(lines: readonly HistoryLine[]): Step[] {
  const series = new Map<string, Point[]>()
  for (const line of lines.filter(({ dirty }) => !dirty))
    for (const result of line.results) {
      const name = seriesName(result)
      series.set(name, [...(series.get(name) ?? []), pointOf(line, result)])
    }
  return [...series].flatMap(([name, points]) =>
    stepsWithin(points).map((step) => ({ series: name, ...step })),
  )
}

function pointOf({ commit, calibration }: HistoryLine, result: RecordedResult): Point {
  const peak = calibration[result.backend] ?? 1
  return { commit, value: Math.log(result.milliseconds.median * peak) }
}

function stepsWithin(points: readonly Point[]): Omit<Step, 'series'>[] {
  const at = clearestSplit(points.map(({ value }) => value))
  if (at === null) return []
  const [left, right] = [points.slice(0, at), points.slice(at)]
  const [before, after] = [left, right].map((part) => middle(part.map(({ value }) => value)))
  const step = {
    commit: right[0].commit,
    ratio: Math.exp(after - before),
    before: left.length,
    after: right.length,
  }
  return [...stepsWithin(left), step, ...stepsWithin(right)]
}

/**
 * The split that leaves the smallest absolute deviations from the medians of its parts, if those
 * are far enough apart and both parts are long enough; else null. The noise is the remaining mean
 * deviation, so that bad days, which do not change a median, count as noise.
 */
function clearestSplit(values: readonly number[]): number | null {
  const left = values.map((_, at) => deviations(values.slice(0, at)))
  const costs = left.map((before, at) => before + deviations(values.slice(at)))
  const at = costs.indexOf(Math.min(...costs.slice(1)), 1)
  const parts = [values.slice(0, at), values.slice(at)]
  if (at < shortest || parts[1].length < shortest) return null
  // For a normal distribution: the standard deviation from the mean absolute deviation.
  const noise = Math.sqrt(Math.PI / 2) * (costs[at] / (values.length - 2))
  // The standard error of a median of n values is sqrt(pi / 2n) standard deviations.
  const error = noise * Math.sqrt((Math.PI / 2) * (1 / parts[0].length + 1 / parts[1].length))
  const [before, after] = parts.map(middle)
  const distance = Math.abs(after - before)
  return distance >= smallest && distance >= separation * error ? at : null
}

/** The sum of the absolute deviations from the median; 0 for an empty list. */
function deviations(values: readonly number[]): number {
  if (values.length === 0) return 0
  const centre = middle(values)
  return values.reduce((sum, x) => sum + Math.abs(x - centre), 0)
}

/**
 * "advisory: the speed of matmul/… wasm 1T fell by 8 % at commit abc (5 lines before, 4 after)".
 */
export function stepWords({ series, commit, ratio, before, after }: Step): string {
  const moved = ratio > 1 ? 'fell' : 'rose'
  const percent = Math.round(100 * Math.abs(1 / ratio - 1))
  return `advisory: the speed of ${series} ${moved} by ${percent} % at commit ${commit.slice(0, 12)} (${before} lines before, ${after} after)`
}
