import { describe, expect, it } from 'vitest'
import { digitOf, namesOf } from './numbered-images.ts'
import { byEpoch, type RecordedRun, recordedRun } from './recorded-run.ts'

/** 40 images an epoch in batches of 16: two that are full, and one of 8. */
const kept = [16, 16, 8]
const dropped = [16, 16]

const declared = [
  ['mnist-deep-mlp', 'undeformed', 'keeps', kept],
  ['mcdnn-image-bench', 'column', 'keeps', kept],
  ['compete-to-compute', 'relu', 'keeps', kept],
  ['highway-networks', 'plain', 'drops', dropped],
] as const

/** The names of the images of each batch, by epoch. */
const epochsOf = ({ updates }: RecordedRun): string[][][] =>
  byEpoch(updates).map((some) => some.map(({ x }) => namesOf(x)))

describe.each(declared)('%s', (slug, arm, does, sizes) => {
  const recorded = recordedRun(slug, { arm })

  it(`trains in batches of batchSize, and ${does} the last one that is not full`, async () => {
    for (const batches of epochsOf(await recorded))
      expect(batches.map((batch) => batch.length)).toEqual(sizes)
  })

  it('trains for the epochs of its config', async () => {
    const { config } = await recorded
    const epochs = slug === 'compete-to-compute' ? 2 * Number(config.epochsPerTask) : config.epochs
    expect(epochsOf(await recorded)).toHaveLength(Number(epochs))
  })

  it('sees training images alone, none twice in an epoch, each with its own label', async () => {
    const { updates, dataset } = await recorded
    for (const batches of epochsOf(await recorded)) {
      const images = batches.flat()
      expect(images.filter((name) => !name.startsWith('train '))).toEqual([])
      expect(new Set(images).size).toBe(images.length)
    }
    for (const { x, labels } of updates)
      expect(labels).toEqual(namesOf(x).map((name) => digitOf(dataset, name)))
  })

  it('sees other images, in another order, in each epoch and for each seed', async () => {
    const [first, second] = epochsOf(await recorded)
    const [elsewhere] = epochsOf(await recordedRun(slug, { arm, seed: 1 }))
    expect(first).not.toEqual(second)
    expect(first).not.toEqual(elsewhere)
    expect(new Set(first.flat())).not.toEqual(new Set(elsewhere.flat()))
    if (does === 'keeps') expect(new Set(first.flat())).toEqual(new Set(second.flat()))
  })
})
