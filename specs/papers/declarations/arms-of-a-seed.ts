import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../src/papers/paper.ts'
import { trainedArms } from '../arms.ts'
import { namesOf } from '../recording/numbered-images.ts'
import { byEpoch, type RecordedRun, recordedRun } from '../recording/recorded-run.ts'

const firstWeights = ({ updates }: RecordedRun) => updates[0].before.join()
const digits = ({ updates }: RecordedRun) => updates.map(({ labels }) => labels)
const tested = ({ readings }: RecordedRun) => byEpoch(readings)[0].flatMap(({ x }) => namesOf(x))
const trained = ({ updates }: RecordedRun) => updates.map(({ x }) => namesOf(x))

/** What makes the arms of one seed a pair. */
export function armsOfASeed(paper: Paper): void {
  const { recipe } = paper
  const one = recipe.asTheyAre
  const others = trainedArms(paper).filter((arm) => arm !== one)
  if (others.length === 0) return

  describe.each(others)(`one seed: ${one} and %s`, (other) => {
    const both = () =>
      Promise.all([recordedRun(paper, { arm: one }), recordedRun(paper, { arm: other })])

    it('learn the same digits in the same order, and are tested on the same images', async () => {
      const [first, second] = await both()
      expect(digits(first)).toEqual(digits(second))
      expect(tested(first)).toEqual(tested(second))
      // An image that is changed before the net sees it does not say which it is.
      if (paper.arms[other].streams?.length) return
      expect(trained(first)).toEqual(trained(second))
    })

    if (recipe.arms === 'share weights and batches')
      it('start from the same parameters, which another seed does not', async () => {
        const [first, second] = await both()
        const elsewhere = await recordedRun(paper, { arm: one, seed: 3 })
        expect(firstWeights(first) === firstWeights(second), 'as the other arm').toBe(true)
        expect(firstWeights(first) === firstWeights(elsewhere), 'as seed 3').toBe(false)
      })
  })
}
