import { describe, expect, it } from 'vitest'
import { declaredRecipes } from './declared-recipes.ts'
import { digitOf, namesOf } from './numbered-images.ts'
import { byEpoch, type RecordedRun, recordedRun } from './recorded-run.ts'

/** 40 images an epoch in batches of 16: two that are full, and one of 8. */
const sizes = { keeps: [16, 16, 8], drops: [16, 16] }

/** The names of the images of each batch, by epoch. */
const epochsOf = ({ updates }: RecordedRun): string[][][] =>
  byEpoch(updates).map((some) => some.map(({ x }) => namesOf(x)))

describe.each(declaredRecipes)('$slug', ({ slug, arm, lastBatch }) => {
  const recorded = recordedRun(slug, { arm })

  it(`trains in batches of batchSize, and ${lastBatch} the last one that is not full`, async () => {
    for (const batches of epochsOf(await recorded))
      expect(batches.map((batch) => batch.length)).toEqual(sizes[lastBatch])
  })

  it('trains for the epochs of its config', async () => {
    const { config } = await recorded
    const epochs = slug === 'compete-to-compute' ? 2 * Number(config.epochsPerTask) : config.epochs
    expect(epochsOf(await recorded).length, 'epochs').toBe(epochs)
  })

  it('sees training images alone, none twice in an epoch, each with its own label', async () => {
    const { updates, dataset } = await recorded
    for (const batches of epochsOf(await recorded)) {
      const images = batches.flat()
      const others = images.filter((name) => !name.startsWith('train '))
      expect(others, 'images that are no training images').toEqual([])
      expect(new Set(images).size, 'different images').toBe(images.length)
    }
    for (const { x, labels } of updates)
      expect(labels).toEqual(namesOf(x).map((name) => digitOf(dataset, name)))
  })

  it('keeps its images from epoch to epoch, and shuffles them anew', async () => {
    const [first, second] = epochsOf(await recorded)
    expect(first, 'the second epoch').not.toEqual(second)
    const images = new Set([...first.flat(), ...second.flat()])
    expect(images.size, 'different images in two epochs').toBeLessThanOrEqual(40)
  })

  it('draws other images, in another order, for another seed', async () => {
    const [epoch] = epochsOf(await recorded)
    const [elsewhere] = epochsOf(await recordedRun(slug, { arm, seed: 1 }))
    expect(epoch, 'the order of seed 1').not.toEqual(elsewhere)
    expect(epoch.flat().sort(), 'the images of seed 1').not.toEqual(elsewhere.flat().sort())
  })
})
