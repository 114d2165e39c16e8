import { describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { parseWidths, widths } from '../../src/papers/config-keys.ts'
import { papers } from '../../src/papers/index.ts'
import type { Config } from '../../src/papers/paper.ts'
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
