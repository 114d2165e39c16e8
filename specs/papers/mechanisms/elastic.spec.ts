import { describe, expect, it } from 'vitest'
import { nextUniform } from '../../../src/numerics/stream.ts'
import { papersWith } from '../arms.ts'
import { pixelsOf, side } from '../recording/numbered-images.ts'
import { firstBatch, rigid, scripted } from './bent-ramps.ts'

/** Uniform noise in [-1, 1], smoothed along rows and columns by a Gaussian cut off at 3 sigma. */
function smoothed(noise: readonly number[], sigma: number): number[] {
  const offsets = Array.from({ length: 6 * sigma + 1 }, (_, i) => i - 3 * sigma)
  const weights = offsets.map((d) => (sigma > 0 ? Math.exp((-d * d) / (2 * sigma * sigma)) : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const edge = (at: number) => Math.min(side - 1, Math.max(0, at))
  const along = (field: readonly number[], rowStep: number, columnStep: number) =>
    field.map((_, at) => {
      const [row, column] = [Math.floor(at / side), at % side]
      const near = (d: number) =>
        field[edge(row + rowStep * d) * side + edge(column + columnStep * d)]
      return offsets.reduce((sum, d, i) => sum + (weights[i] / total) * near(d), 0)
    })
  return along(along(noise, 0, 1), 1, 0)
}

describe.each(papersWith('deformation'))('$slug: the elastic displacement', ({ paper }) => {
  it.each([
    [4, 8],
    [4, 2],
    [2, 3],
    [1, 0.5],
    [0, 0.5],
  ])(
    'is noise smoothed by a Gaussian of sigma %d, times %d',
    async (elasticSigma, elasticAlpha) => {
      const batch = await firstBatch(paper, { ...rigid, elasticSigma, elasticAlpha }, [0.5])
      const { state } = scripted([])
      for (const [row, { axis, sources }] of batch.entries()) {
        const fields = [0, 1].map(() =>
          Array.from({ length: pixelsOf }, () => 2 * nextUniform(state) - 1),
        )
        const expected = smoothed(fields[axis === 'x' ? 0 : 1], elasticSigma)
        let [product, square, worst] = [0, 0, 0]
        for (let i = 3; i < side - 3; i++)
          for (let j = 3; j < side - 3; j++) {
            const at = i * side + j
            const moved = sources[at] - (axis === 'x' ? j : i)
            product += moved * expected[at]
            square += expected[at] * expected[at]
            worst = Math.max(worst, Math.abs(moved - elasticAlpha * expected[at]))
          }
        expect(product / square, `strength along ${axis}, image ${row}`).toBeCloseTo(
          elasticAlpha,
          9,
        )
        expect(worst, `pixels by which it is off along ${axis}, image ${row}`).toBeLessThan(1e-9)
      }
    },
  )
})
