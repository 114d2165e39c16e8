import { describe, expect, it } from 'vitest'
import { drawStrokes } from '../../../src/data/strokes/strokes.ts'
import type { Config, Paper } from '../../../src/papers/paper.ts'
import { digitOf, namesOf } from '../recording/numbered-images.ts'
import { byEpoch, recordedRun } from '../recording/recorded-run.ts'
import { rulesBehind } from '../recording/update-rules.ts'

/** Updates of the first task, of the second, and of both. */
async function updatesOf(paper: Paper, config: Config) {
  const run = await recordedRun(paper, { config })
  const epochs = byEpoch(run.updates)
  const each = Number(run.config.epochsPerTask)
  const parts = [epochs.slice(0, each), epochs.slice(each, 2 * each), epochs.slice(0, 2 * each)]
  const [first, second, both] = parts.map((some) => some.flat())
  return { first, second, both, config: run.config }
}

/** Tasks that are learned one after the other. */
export function tasks(paper: Paper, groups: readonly (readonly number[])[]): void {
  describe('the second task', () => {
    it('goes on from the parameters that the first one left', async () => {
      const { first, second } = await updatesOf(paper, {})
      expect([...second[0].before]).toEqual([...first.at(-1)!.after])
    })

    it.each([true, false])(
      'carryVelocity=%s: goes on with the velocity of the first, or starts from rest',
      async (carryVelocity) => {
        const { first, second, both, config } = await updatesOf(paper, { carryVelocity })
        const rule = [config.optimiser]
        expect(rulesBehind(first, config), 'behind the first task').toEqual(rule)
        expect(rulesBehind(second, config), 'behind the second, were it started from rest').toEqual(
          carryVelocity ? [] : rule,
        )
        expect(rulesBehind(both, config), 'behind both, were they one go').toEqual(
          carryVelocity ? rule : [],
        )
      },
    )
  })

  it('each task learns equally many images of each of its digits, imagesPerClass of them', async () => {
    const { updates, dataset, config } = await recordedRun(paper)
    byEpoch(updates).forEach((batches, epoch) => {
      const digits = batches.flatMap(({ x }) => namesOf(x).map((name) => digitOf(dataset, name)))
      const task = groups[Math.floor(epoch / Number(config.epochsPerTask))]
      const counts = task.map((digit) => digits.filter((one) => one === digit).length)
      expect(counts).toEqual(task.map(() => config.imagesPerClass))
      expect(digits.length).toBe(task.length * Number(config.imagesPerClass))
    })
  })

  it('forgetting is the accuracy on the first task that is lost, as whole images', async () => {
    // Digits that can be learned, so that there is something to forget.
    const dataset = drawStrokes({ train: 200, test: 100 })
    const sizes = { hiddenWidths: '40-40', imagesPerClass: 16, epochsPerTask: 3 }
    const { result } = await recordedRun(paper, {
      dataset,
      config: { ...sizes, learningRate: 0.2 },
    })
    const { metrics, counts, curves } = result
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

  describe('all arms of a seed', () => {
    const seen = async (arm: string, sharedOrder: boolean) => {
      const { updates } = await recordedRun(paper, { arm, config: { sharedOrder } })
      return byEpoch(updates).map((batches) => batches.flatMap(({ x }) => namesOf(x)))
    }
    const [one, other] = Object.keys(paper.arms)

    it('sharedOrder=true: see the same images in the same order', async () => {
      expect(await seen(one, true)).toEqual(await seen(other, true))
    })

    it('sharedOrder=false: see the same images, each arm in an order of its own', async () => {
      const [first, second] = await Promise.all([seen(one, false), seen(other, false)])
      const sorted = (epochs: string[][]) => epochs.map((names) => [...names].sort())
      expect(sorted(first)).toEqual(sorted(second))
      first.forEach((names, epoch) => {
        expect(names, `order of epoch ${epoch + 1}`).not.toEqual(second[epoch])
      })
    })
  })
}
