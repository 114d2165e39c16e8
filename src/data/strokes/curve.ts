import type { PenStroke } from './pen-path.ts'

/** Vertices of a polyline; `length` of them are in use. */
export interface Polyline {
  readonly x: Float64Array
  readonly y: Float64Array
  length: number
}

/**
 * Pieces into which a span between two points is cut: enough that no corner can be seen at 28x28.
 */
const piecesPerSpan = 6

/** Cubic Hermite weights at the ends of the pieces: start point, start tangent, end point, end tangent. */
const weights = Array.from({ length: piecesPerSpan }, (_, i) => {
  const t = (i + 1) / piecesPerSpan
  const u = 1 - t
  return [(1 + 2 * t) * u * u, t * u * u, t * t * (3 - 2 * t), -t * t * u] as const
})

/**
 * Appends the smooth curve through a stroke's points: cubic Hermite spans whose tangents come from
 * the neighbours weighted by distance (the interpolating parabola's slope), broken at sharp points.
 * Coincident points are one point.
 */
export function traceCurve(out: Polyline, { x, y, sharp }: PenStroke): void {
  let first = 0
  for (let last = 1; last < x.length; last++) {
    if (!sharp[last] && last < x.length - 1) continue
    traceSmooth(out, x, y, first, last)
    first = last
  }
}

function traceSmooth(
  out: Polyline,
  x: readonly number[],
  y: readonly number[],
  first: number,
  last: number,
): void {
  push(out, x[first], y[first])
  // Unit-speed tangents at the span's two ends.
  let [tx, ty] = [0, 0]
  for (let i = first; i < last; i++) {
    const span = distance(x, y, i, i + 1)
    const straightX = (x[i + 1] - x[i]) / span
    const straightY = (y[i + 1] - y[i]) / span
    let [ux, uy] = [straightX, straightY]
    if (i + 1 < last) {
      const next = distance(x, y, i + 1, i + 2)
      const share = span / (span + next)
      ux = straightX + share * ((x[i + 2] - x[i + 1]) / next - straightX)
      uy = straightY + share * ((y[i + 2] - y[i + 1]) / next - straightY)
    } else if (i > first) {
      ux = 2 * straightX - tx
      uy = 2 * straightY - ty
    }
    if (i === first) {
      tx = 2 * straightX - ux
      ty = 2 * straightY - uy
    }
    for (const [a, b, c, d] of weights) {
      push(
        out,
        a * x[i] + b * (span * tx) + c * x[i + 1] + d * (span * ux),
        a * y[i] + b * (span * ty) + c * y[i + 1] + d * (span * uy),
      )
    }
    tx = ux
    ty = uy
  }
}

/** Never 0, because it is a divisor also for coincident points. */
function distance(x: readonly number[], y: readonly number[], i: number, j: number): number {
  const dx = x[j] - x[i]
  const dy = y[j] - y[i]
  return Math.sqrt(dx * dx + dy * dy) + 1e-9
}

function push(out: Polyline, x: number, y: number): void {
  out.x[out.length] = x
  out.y[out.length] = y
  out.length++
}
