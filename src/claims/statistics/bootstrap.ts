import { namedStream } from '../../numerics/stream.ts'
import { mean } from './moments.ts'

/**
 * With fewer values, an interval by resampling describes little more than the values themselves.
 */
export const fewestForBootstrap = 6

const resamples = 2000
const confidence = 0.95

export interface BootstrapIntervals {
  readonly median: readonly [low: number, high: number]
  readonly mean: readonly [low: number, high: number]
  readonly confidence: number
  readonly resamples: number
  /** The name of the random stream of the resamples. The same name gives the same interval. */
  readonly stream: string
}

/**
 * Percentile bootstrap intervals of the median and the mean, for description only: no outcome
 * depends on them. They depend on the values and the stream's name, not on the values' order. Null
 * with fewer than six values.
 */
export function bootstrapIntervals(
  values: readonly number[],
  stream: string,
): BootstrapIntervals | null {
  const n = values.length
  if (n < fewestForBootstrap) return null
  const sorted = values.toSorted((a, b) => a - b)
  const draws = namedStream(stream)
  const medians: number[] = []
  const means: number[] = []
  for (let i = 0; i < resamples; i++) {
    const ranks = Array.from({ length: n }, () => Math.floor(draws.next() * n))
    const sample = ranks.sort((a, b) => a - b).map((rank) => sorted[rank])
    medians.push((sample[Math.floor((n - 1) / 2)] + sample[Math.floor(n / 2)]) / 2)
    means.push(mean(sample))
  }
  return { median: middle(medians), mean: middle(means), confidence, resamples, stream }
}

/** The ends of the central `confidence` share of the resampled figures. */
function middle(figures: number[]): [number, number] {
  const sorted = figures.toSorted((a, b) => a - b)
  const cut = Math.floor((sorted.length * (1 - confidence)) / 2 + 0.5)
  return [sorted[cut], sorted[sorted.length - 1 - cut]]
}
