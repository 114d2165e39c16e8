import type { MetricDeclaration } from '../../claims/claim.ts'
import type { RunRecord } from '../../records/record.ts'

/** A metric over the seeds of an arm. */
export interface Spread {
  readonly n: number
  readonly median: number
  readonly min: number
  readonly max: number
  /** Of what the metric counts; null when it counts nothing. */
  readonly total: number | null
}

type Measured = Pick<RunRecord, 'metrics' | 'counts'>

/** Median, least and most of a metric over runs; null where none has it. */
export function spreadOf(runs: readonly Measured[], metric: string): Spread | null {
  const having = runs.filter(({ metrics }) => Object.hasOwn(metrics, metric))
  if (having.length === 0) return null
  const values = having.map(({ metrics }) => metrics[metric]).sort((a, b) => a - b)
  const half = Math.floor(values.length / 2)
  const median = values.length % 2 ? values[half] : (values[half - 1] + values[half]) / 2
  const totals = having.map(({ counts }) => counts[metric]?.total ?? 0)
  const total = Math.max(...totals)
  return { n: values.length, median, min: values[0], max: values.at(-1)!, total: total || null }
}

type Unit = MetricDeclaration['unit']

/** `1.27 %` of 10,000 images, `5.1 %` of 1,000, `0.312` nats: as many digits as one count moves. */
export function metricText(value: number, unit: Unit, total: number | null = null): string {
  return unit === 'fraction'
    ? `${numberText(value, unit, total)} %`
    : numberText(value, unit, total)
}

/** `5.05 % [4.70, 5.40]`: median, least, most. One run has no range. */
export function spreadText({ n, median, min, max, total }: Spread, unit: Unit): string {
  const middle = metricText(median, unit, total)
  if (n === 1) return middle
  return `${middle} [${numberText(min, unit, total)}, ${numberText(max, unit, total)}]`
}

/** A difference of two metrics: fractions differ by percentage points. */
export function differenceText(value: number, unit: Unit, total: number | null = null): string {
  return `${numberText(value, unit, total)} ${unit === 'fraction' ? 'points' : 'nats'}`
}

function numberText(value: number, unit: Unit, total: number | null): string {
  if (!Number.isFinite(value)) return String(value)
  if (unit === 'nats') return plain(value, 3)
  const decimals = total === null ? 2 : Math.max(1, Math.ceil(Math.log10(total)) - 2)
  return plain(value * 100, decimals)
}

/** Without a minus before zero. */
function plain(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/^-(0\.?0*)$/, '$1')
}

/** `1.43 TFLOP`, `730 GFLOP`, `12 MFLOP`. */
export function flopsText(flops: number): string {
  const [size, name] =
    flops >= 1e11 ? [1e12, 'TFLOP'] : flops >= 1e9 ? [1e9, 'GFLOP'] : [1e6, 'MFLOP']
  const value = flops / size
  return `${value >= 100 || value === 0 ? value.toFixed(0) : value.toPrecision(3)} ${name}`
}

/** `0.4 s`, `12 s`, `3 min 20 s`, `2 h 05 min`. */
export function durationText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 120) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 90) return `${minutes} min ${String(whole % 60).padStart(2, '0')} s`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
