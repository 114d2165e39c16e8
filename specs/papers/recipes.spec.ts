import { describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { parseWidths, widths } from '../../src/papers/config-keys.ts'
import { papers } from '../../src/papers/index.ts'
import type { Config } from '../../src/papers/paper.ts'
import { decodeLosses } from '../../src/records/chain.ts'
import { planJobs } from '../../src/run/plan.ts'
import { runHere } from '../contracts/determinism/in-this-process.ts'

const images = { train: 100, test: 40 }
const dataset = drawStrokes(images)

async function ran(slug: string, arm: string, overrides: Config) {
  const paper = papers.find((one) => one.slug === slug)!
  const request = { paper, preset: 'quick', dataset: 'strokes', images, seeds: [0] } as const
  const jobs = await planJobs({
    ...request,
    arms: [arm],
    overrides: { ...paper.glimpse, ...overrides },
  })
  return (await runHere(jobs, dataset)).at(-1)!
}

describe('recipes', () => {
  it('train for the epochs that they are told, each of whole batches where partial ones are dropped', async () => {
    const kept = await ran('mcdnn-image-bench', 'column', { trainImages: 100, epochs: 2 })
    expect(kept.chain.epochs.map(({ step }) => step)).toEqual([4, 8])
    const dropped = await ran('highway-networks', 'plain-depth-5', { trainImages: 100, epochs: 2 })
    expect(dropped.chain.epochs.map(({ step }) => step)).toEqual([3, 6])
  })

  it('a rate that drops takes effect in its epoch, and changes nothing before', async () => {
    const recipe = { trainImages: 64, epochs: 3, dropEpoch: 3 }
    const steps = async (laterLearningRate: number) =>
      decodeLosses(
        (await ran('mcdnn-image-bench', 'column', { ...recipe, laterLearningRate })).chain,
      )
    const [one, other] = [await steps(0.01), await steps(0.02)]
    // The first step of the third epoch is taken at the new rate; its loss is seen before.
    expect([...one.subarray(0, 5)]).toEqual([...other.subarray(0, 5)])
    expect(one[5]).not.toBe(other[5])
  })

  it('a decaying rate is a repeated product', async () => {
    const recipe = { trainImages: 64, epochs: 3, learningRate: 0.05 }
    const digest = async (learningRateDecay: number) =>
      (await ran('mnist-deep-mlp', 'undeformed', { ...recipe, learningRateDecay })).chain.epochs
    const [flat, falling] = [await digest(1), await digest(0.5)]
    expect(flat[0]).toEqual(falling[0])
    expect(flat[1]).not.toEqual(falling[1])
  })

  it('forgetting is the task-1 accuracy lost, as whole images', async () => {
    const { metrics, counts, curves } = await ran('compete-to-compute', 'relu', {
      learningRate: 0.2,
    })
    const { task1Before, task1After, forgetting } = counts
    expect(forgetting).toEqual({
      count: task1Before.count - task1After.count,
      total: task1Before.total,
    })
    expect(forgetting.count).toBeGreaterThan(0)
    expect(metrics.forgetting).toBe(forgetting.count / forgetting.total)
    expect(curves.task1Accuracy.at(-1)).toBe(metrics.task1After)
    expect(curves.task1Accuracy[curves.epoch.length / 2 - 1]).toBe(metrics.task1Before)
  })

  it('a velocity that is not carried over changes the second task alone', async () => {
    const [carried, fresh] = await Promise.all(
      [true, false].map((carryVelocity) => ran('compete-to-compute', 'relu', { carryVelocity })),
    )
    const half = carried.chain.epochs.length / 2
    expect(carried.chain.epochs.slice(0, half)).toEqual(fresh.chain.epochs.slice(0, half))
    expect(carried.chain.epochs[half]).not.toEqual(fresh.chain.epochs[half])
  })

  it('bending the digits changes the run, bending them by nothing does not', async () => {
    const still = {
      ...{ rotationDegrees: 0, translationPixels: 0, scaleLow: 1, scaleHigh: 1, elasticAlpha: 0 },
    }
    const straight = await ran('mnist-deep-mlp', 'undeformed', {})
    const unbent = await ran('mnist-deep-mlp', 'deformed', still)
    const bent = await ran('mnist-deep-mlp', 'deformed', {})
    expect(unbent.digest).toBe(straight.digest)
    expect(bent.digest).not.toBe(straight.digest)
  })

  it('the average of one column errs as that column does', async () => {
    const { metrics } = await ran('mcdnn-image-bench', 'averaged', { columns: 1 })
    const column = await ran('mcdnn-image-bench', 'column', { columns: 1 })
    expect(metrics.averagedTestError).toBe(column.metrics.testError)
    expect(metrics.meanColumnError).toBe(column.metrics.testError)
    expect(metrics.bestColumnError).toBe(column.metrics.testError)
  })
})

describe('widths', () => {
  it('are numbers joined by a minus sign', () => {
    expect(parseWidths('512-256')).toEqual([512, 256])
    expect(widths('').safeParse('800').success).toBe(true)
    for (const text of ['', '0-5', '5-', '-5', '5--5', '5.5', 'wide'])
      expect(widths('').safeParse(text).success, text).toBe(false)
  })
})
