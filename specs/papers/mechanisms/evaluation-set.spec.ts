import { describe, expect, it } from 'vitest'
import { rightIn } from './answers.ts'
import { declaredRecipes } from './declared-recipes.ts'
import { levelsOf, namesOf, pixelsOf } from './numbered-images.ts'
import { byEpoch, recordedRun } from './recorded-run.ts'
import type { Batch } from './recording-backend.ts'

const everyDigit = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const namesIn = (batches: readonly Batch[]) => batches.flatMap(({ x }) => namesOf(x))

/** Arms that train on bent digits are tested as they are, too. */
const arms = [
  ...declaredRecipes,
  { ...declaredRecipes.find(({ slug }) => slug === 'mnist-deep-mlp')!, arm: 'deformed' },
]

describe.each(arms)('$slug, $arm', ({ slug, arm, tested }) => {
  const recorded = recordedRun(slug, { arm })

  it('is tested after each epoch, on as many test images as its config says, each once', async () => {
    const { readings } = await recorded
    const epochs = byEpoch(readings)
    expect(epochs.length, 'epochs').toBe(slug === 'compete-to-compute' ? 4 : 2)
    for (const batches of epochs) {
      const names = namesIn(batches)
      const others = names.filter((name) => !name.startsWith('test '))
      expect(others, 'images that are no test images').toEqual([])
      expect(names.length, 'images').toBe(30)
      expect(new Set(names).size, 'different images').toBe(30)
      expect(names, 'the images of each epoch').toEqual(namesIn(epochs[0]))
    }
  })

  it(`is tested ${tested}`, async () => {
    const { readings } = await recordedRun(slug, { arm, seed: 3 })
    const [ofSeed0, ofSeed3] = [(await recorded).readings, readings].map(namesIn)
    if (tested === 'on the same images for every seed') expect(ofSeed3).toEqual(ofSeed0)
    else expect(new Set(ofSeed3)).not.toEqual(new Set(ofSeed0))
  })

  it('is tested on the images as they are', async () => {
    const { readings, dataset } = await recorded
    for (const { x } of readings) {
      const [paper, ink] = x
      namesOf(x).forEach((name, row) => {
        const scaled = Array.from(levelsOf(dataset, name), (p) => paper + (ink - paper) * (p / 255))
        expect([...x.subarray(row * pixelsOf, (row + 1) * pixelsOf)], name).toEqual(scaled)
      })
    }
  })
})

describe('the result is what the net answers after its last epoch', () => {
  it.each([
    ['mnist-deep-mlp', 'deformed', 'testError', 'wrong'],
    ['mcdnn-image-bench', 'column', 'testError', 'wrong'],
    ['highway-networks', 'highway', 'testAccuracy', 'right'],
  ] as const)('%s: %s arm, %s is the share of %s answers', async (slug, arm, metric, counted) => {
    // Wide enough for the count of right answers to differ between the epochs.
    const config = { epochs: 5, hiddenWidths: '20-10' }
    const { readings, dataset, result } = await recordedRun(slug, { arm, config })
    const counts = byEpoch(readings).map((batches) => {
      const right = rightIn(dataset, batches, everyDigit)
      return counted === 'right' ? right : 30 - right
    })
    expect(new Set(counts).size, 'different counts, to tell epochs apart').toBeGreaterThan(1)
    expect(result.counts[metric]).toEqual({ count: counts[4], total: 30 })
    expect(result.metrics[metric]).toBe(counts[4] / 30)
    expect(result.curves[metric]).toEqual(counts.map((count) => count / 30))
  })
})
