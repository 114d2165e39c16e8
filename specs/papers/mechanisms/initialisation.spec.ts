import { describe, expect, it } from 'vitest'
import { declaredRecipes } from './declared-recipes.ts'
import { recordedRun } from './recorded-run.ts'

/** Statistics of 500 draws or more lie within a tenth of what they estimate (three standard errors). */
const near = 0.1
const isNear = (value: number, expected: number) => Math.abs(value / expected - 1) < near

/** The distributions by their standard deviation, and the largest value in units of it. */
function distributionOf(weights: Float64Array, fanIn: number, fanOut: number): string {
  const square = weights.reduce((sum, w) => sum + w * w, 0) / weights.length
  const deviation = Math.sqrt(square)
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0)
  const uniform = isNear(largest, deviation * Math.sqrt(3))
  const found = [
    ...(uniform && isNear(deviation, Math.sqrt(2 / (fanIn + fanOut))) ? ['Glorot uniform'] : []),
    ...(uniform && isNear(deviation, 1 / Math.sqrt(3 * fanIn)) ? ['U(1 / sqrt(fanIn))'] : []),
    ...(largest > 2.5 * deviation && isNear(deviation, Math.sqrt(2 / fanIn)) ? ['He normal'] : []),
  ]
  return found.join(' or ') || `unknown, of deviation ${deviation}`
}

describe('weights start from', () => {
  it.each(declaredRecipes)(
    '$hiddenWeights in $slug, in the last layer $outputWeights; biases from zero',
    async (declared) => {
      const { slug, arm, hiddenWeights, outputWeights } = declared
      const config = { hiddenWidths: '90-50', width: 50, depth: 1, gateBias: -2 }
      const { updates, tensorsIn, result } = await recordedRun(slug, { arm, config })
      const tensors = tensorsIn(updates[0].before)
      const weights = result.parameters.filter(({ shape }) => shape.length === 2)
      const found = weights.map(({ name, shape }) =>
        distributionOf(tensors[name], shape[0], shape[1]),
      )
      expect(found).toEqual([...weights.slice(1).map(() => hiddenWeights), outputWeights])
      const moved = Object.keys(tensors).filter(
        (name) => /bias(H)?$/.test(name) && tensors[name].some((value) => value !== 0),
      )
      expect(moved, 'biases that do not start at zero').toEqual([])
    },
  )
})
