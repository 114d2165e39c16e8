import * as Plot from '@observablehq/plot'

export interface Curves {
  readonly x: readonly number[]
  /** A curve a seed, each as long as `x`. */
  readonly seeds: readonly (readonly number[])[]
  readonly colour: string
}

/** Every seed thin, and the median over the seeds at each point bold. */
export function seedsAndMedian({ x, seeds, colour }: Curves): Plot.Markish[] {
  const thin = seeds.map((seed) => curve(x, seed, { stroke: colour, strokeOpacity: 0.3 }))
  return [...thin, curve(x, medians(seeds), { stroke: colour, strokeWidth: 3 })]
}

export function curve(
  x: readonly number[],
  y: ArrayLike<number>,
  options: Plot.LineOptions,
): Plot.Markish {
  const points = x.slice(0, y.length).map((at, i) => [at, y[i]] as [number, number])
  return Plot.line(points, { strokeWidth: 1, strokeLinejoin: 'round', ...options })
}

/** The median over seeds at each point. */
export function medians(seeds: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...seeds.map((seed) => seed.length))
  return Array.from({ length: longest }, (_, i) =>
    median(seeds.filter((seed) => seed.length > i).map((seed) => seed[i])),
  )
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}
