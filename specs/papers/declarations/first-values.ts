import { expect, it } from 'vitest'
import type { WeightRule } from '../../../src/papers/declared-recipe.ts'
import type { Paper } from '../../../src/papers/paper.ts'
import { recordedRun } from '../recording/recorded-run.ts'

/** Three standard errors of a deviation that is estimated from so many draws; a tenth at least. */
const near = (draws: number) => Math.max(0.1, 3 / Math.sqrt(2 * draws))

const largestOf = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** In what these weights are not drawn by a rule; nothing where they are. */
function departure(weights: Float64Array, shape: readonly number[], rule: WeightRule): string {
  const [fanIn, fanOut] = [shape.slice(0, -1).reduce((a, b) => a * b), shape[shape.length - 1]]
  const deviation = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0) / weights.length)
  const wanted = rule.deviation(fanIn, fanOut)
  if (!(Math.abs(deviation / wanted - 1) < near(weights.length)))
    return `a deviation of ${deviation} instead of ${wanted}`
  const edge = largestOf(weights) / deviation
  const isUniform = Math.abs(edge / Math.sqrt(3) - 1) < near(weights.length)
  const isNormal = edge > 2.5
  return (rule.shape === 'uniform' ? isUniform : isNormal)
    ? ''
    : `not ${rule.shape}: the largest is ${edge} deviations`
}

export function firstValues(paper: Paper, arm: string): void {
  const { hiddenWeights, outputWeights, startsElsewhere = {} } = paper.recipe
  it(`weights start from ${hiddenWeights.says}, in the last layer from ${outputWeights.says}; biases from zero, unless declared otherwise`, async () => {
    // Large enough to tell the distributions apart.
    const config = { hiddenWidths: '90-50', width: 50, depth: 1 }
    const { updates, tensorsIn, tensors, config: used } = await recordedRun(paper, { arm, config })
    const first = tensorsIn(updates[0].before)
    const last = tensors.filter(({ shape }) => shape.length > 1).at(-1)
    const found = tensors.map(({ name, shape }) => {
      const ruled = shape.length > 1 ? (name === last?.name ? outputWeights : hiddenWeights) : 0
      const start = startsElsewhere[name.replace(/^\d+\./, '')] ?? ruled
      if (typeof start === 'object') return [name, departure(first[name], shape, start)]
      const value = typeof start === 'string' ? Number(used[start]) : start
      const others = first[name].filter((one) => one !== value)
      return [name, others.length > 0 ? `${others.length} values other than ${value}` : '']
    })
    expect(Object.fromEntries(found.filter(([, fault]) => fault))).toEqual({})
  })
}
