import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../src/papers/paper.ts'
import { digitOf, namesOf } from '../recording/numbered-images.ts'
import { byEpoch, type RecordedRun, recordedRun } from '../recording/recorded-run.ts'
import { epochsOf } from './epochs.ts'

/** 40 images an epoch in batches of 16: two that are full, and one of 8. */
export const lastBatchSizes = { keeps: [16, 16, 8], drops: [16, 16] }

/** The names of the images of each batch, by epoch. */
const namesByEpoch = ({ updates }: RecordedRun): string[][][] =>
  byEpoch(updates).map((some) => some.map(({ x }) => namesOf(x)))

export function batches(paper: Paper): void {
  const { lastBatch } = paper.recipe

  describe('its batches', () => {
    it(`are of batchSize, and it ${lastBatch} the last one that is not full`, async () => {
      for (const some of namesByEpoch(await recordedRun(paper)))
        expect(some.map((batch) => batch.length)).toEqual(lastBatchSizes[lastBatch])
    })

    it('come for the epochs of its config', async () => {
      const run = await recordedRun(paper)
      expect(namesByEpoch(run).length, 'epochs').toBe(epochsOf(paper, run.config))
    })

    it('hold training images alone, none twice in an epoch, each with its own label', async () => {
      const run = await recordedRun(paper)
      for (const some of namesByEpoch(run)) {
        const images = some.flat()
        const others = images.filter((name) => !name.startsWith('train '))
        expect(others, 'images that are no training images').toEqual([])
        expect(new Set(images).size, 'different images').toBe(images.length)
      }
      for (const { x, labels } of run.updates)
        expect(labels).toEqual(namesOf(x).map((name) => digitOf(run.dataset, name)))
    })

    it('hold the same images from epoch to epoch, shuffled anew', async () => {
      const [first, second] = namesByEpoch(await recordedRun(paper))
      expect(first, 'the second epoch').not.toEqual(second)
      const images = new Set([...first.flat(), ...second.flat()])
      expect(images.size, 'different images in two epochs').toBeLessThanOrEqual(40)
    })

    it('hold other images, in another order, for another seed', async () => {
      const [epoch] = namesByEpoch(await recordedRun(paper))
      const [elsewhere] = namesByEpoch(await recordedRun(paper, { seed: 3 }))
      expect(epoch, 'the order of seed 3').not.toEqual(elsewhere)
      expect(epoch.flat().sort(), 'the images of seed 3').not.toEqual(elsewhere.flat().sort())
    })
  })
}
