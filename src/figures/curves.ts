import * as Plot from '@observablehq/plot'

export interface Curves {
  readonly x: readonly number[]
  /** A curve a seed, each as long as `x`. */
  readonly seeds: readonly (readonly number[])[]
  readonly colour: string
}

/** Every seed thin, and the median over the seeds at each point bold; nothing below `lowest`. */
export function seedsAndMedian(
  { x, seeds, colour }: Curves,
  lowest = Number.NEGATIVE_INFINITY,
): Plot.Markish[] {
  const drawn = (y: readonly number[], options: Plot.LineOptions) =>
    Plot.line(above(pointsOf(x, y), lowest), {
      stroke: colour,
      strokeLinejoin: 'round',
      ...options,
    })
  return [
    ...seeds.map((seed) => drawn(seed, { strokeWidth: 1, strokeOpacity: 0.3 })),
    drawn(medians(seeds), { strokeWidth: 3 }),
  ]
}

export function curve(
  x: readonly number[],
  y: ArrayLike<number>,
  options: Plot.LineOptions,
): Plot.Markish {
  return Plot.line(pointsOf(x, y), { strokeWidth: 1, strokeLinejoin: 'round', ...options })
}

type Point = [number, number]

const pointsOf = (x: readonly number[], y: ArrayLike<number>) =>
  x.slice(0, y.length).map((at, i): Point => [at, y[i]])

/** A line without what lies below: it ends where it leaves, and begins again where it returns. */
export function above(points: readonly Point[], lowest: number): Point[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1]
    const kept: Point = [point[0], point[1] < lowest ? Number.NaN : point[1]]
    if (!before || before[1] < lowest === point[1] < lowest) return [kept]
    const share = (lowest - before[1]) / (point[1] - before[1])
    const crossing: Point = [before[0] + share * (point[0] - before[0]), lowest]
    return [crossing, kept]
  })
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
