import { describe, expect, it } from 'vitest'
import type { Config, Paper } from '../../../src/papers/paper.ts'
import { rightIn } from '../recording/answers.ts'
import { levelsOf, namesOf, pixelsOf } from '../recording/numbered-images.ts'
import { byEpoch, recordedRun } from '../recording/recorded-run.ts'
import type { Batch } from '../recording/recorder.ts'
import { epochsOf } from './epochs.ts'

const everyDigit = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const namesIn = (batches: readonly Batch[]) => batches.flatMap(({ x }) => namesOf(x))

export function evaluation(paper: Paper, arm: string): void {
  const { tested } = paper.recipe

  describe('it is tested', () => {
    it('after each epoch, on as many test images as its config says, each once', async () => {
      const { readings, config } = await recordedRun(paper, { arm })
      const epochs = byEpoch(readings)
      expect(epochs.length, 'epochs').toBe(epochsOf(paper, config))
      for (const batches of epochs) {
        const names = namesIn(batches)
        const others = names.filter((name) => !name.startsWith('test '))
        expect(others, 'images that are no test images').toEqual([])
        expect(names.length, 'images').toBe(30)
        expect(new Set(names).size, 'different images').toBe(30)
        expect(names, 'the images of each epoch').toEqual(namesIn(epochs[0]))
      }
    })

    it(tested, async () => {
      const [ofSeed0, ofSeed3] = await Promise.all(
        [0, 3].map(async (seed) => namesIn((await recordedRun(paper, { arm, seed })).readings)),
      )
      if (tested === 'on the same images for every seed') expect(ofSeed3).toEqual(ofSeed0)
      else expect(new Set(ofSeed3)).not.toEqual(new Set(ofSeed0))
    })

    it('on the images as they are', async () => {
      const { readings, dataset } = await recordedRun(paper, { arm })
      for (const { x } of readings) {
        const [white, ink] = x
        namesOf(x).forEach((name, row) => {
          const scaled = Array.from(
            levelsOf(dataset, name),
            (p) => white + (ink - white) * (p / 255),
          )
          expect([...x.subarray(row * pixelsOf, (row + 1) * pixelsOf)], name).toEqual(scaled)
        })
      }
    })
  })

  const counted = { testError: 'wrong', testAccuracy: 'right' } as const
  for (const [metric, what] of Object.entries(counted))
    if (metric in paper.metrics && !paper.recipe.tasks)
      it(`${metric} is the share of ${what} answers after the last epoch`, async () => {
        const { result, counts } = await countsThatDiffer(paper, arm)
        const shown = counts.map((right) => (what === 'right' ? right : 30 - right))
        expect(result.counts[metric]).toEqual({ count: shown.at(-1), total: 30 })
        expect(result.metrics[metric]).toBe((shown.at(-1) as number) / 30)
        expect(result.curves[metric]).toEqual(shown.map((count) => count / 30))
      })
}

/** Nets that learn more or less quickly: one whose right answers tell its epochs apart. */
const attempts: readonly { readonly seed: number; readonly config: Config }[] = [0, 1, 2].flatMap(
  (seed) =>
    [0.02, 0.1, 0.5, 0.004].map((learningRate) => ({
      seed,
      config: { learningRate, epochs: 5, hiddenWidths: '20-10' },
    })),
)

/** Right answers after each epoch of a run in which the last epoch differs from the first. */
async function countsThatDiffer(paper: Paper, arm: string) {
  const tried: string[] = []
  for (const attempt of attempts) {
    const { readings, dataset, result } = await recordedRun(paper, { arm, ...attempt })
    const counts = byEpoch(readings).map((batches) => rightIn(dataset, batches, everyDigit))
    if (counts.at(-1) !== counts[0]) return { result, counts }
    tried.push(counts.join(', '))
  }
  throw new Error(
    `${paper.slug}, ${arm}: this check could not tell the last epoch from the first, for both had as many right answers in each small net: ${tried.join('; ')}. The paper may be right: add a rate or a seed to the attempts.`,
  )
}
