import { describe, expect, it } from 'vitest'
import type { Config, Paper } from '../../../src/papers/paper.ts'
import { byEpoch, type RecordedRun, recordedRun } from '../recording/recorded-run.ts'
import { lastBatchSizes } from './batches.ts'
import { norm } from './clipping.ts'
import { epochsOf } from './epochs.ts'
import { rulesOf, telling } from './optimisers.ts'
import { othersThan } from './pixels.ts'

const lambda = 0.03

/** What the update rule must have got: the gradient shortened to clipNorm, and the decay. */
function expectedGradient(
  { tensors, config, tensorsIn }: RecordedRun,
  { before, rawGradient }: RecordedRun['updates'][number],
): Float64Array {
  const { clipNorm = Infinity, weightDecay = 0, decayBiases = false } = config
  const share = Math.min(1, Number(clipNorm) / norm(rawGradient))
  const expected = rawGradient.map((g) => share * g)
  const [g, w] = [tensorsIn(expected), tensorsIn(before)]
  for (const { name, shape } of tensors)
    if (shape.length > 1 || decayBiases)
      w[name].forEach((value, i) => {
        g[name][i] += Number(weightDecay) * value
      })
  return expected
}

/**
 * The other arms, in a run or two of each: what is asked at length of the arm that sees images as
 * they are holds in these too. An arm that bends its images does not say what it was given.
 */
export function everyUpdate(paper: Paper, arm: string): void {
  const { recipe, config: keys } = paper
  const isBent = (paper.arms[arm].streams ?? []).length > 0

  /** Where a paper both clips and decays, each is looked at alone. */
  async function runs(): Promise<RecordedRun[]> {
    const free = await recordedRun(paper, { arm, config: telling })
    const lengths = free.updates.map(({ rawGradient }) => norm(rawGradient))
    const clipNorm = (Math.min(...lengths) + Math.max(...lengths)) / 2
    const shown: Config[] = [
      ...('weightDecay' in keys.shape ? [{ ...telling, weightDecay: lambda, clipNorm: 1e9 }] : []),
      ...('clipNorm' in keys.shape ? [{ ...telling, weightDecay: 0, clipNorm }] : []),
    ]
    const more = shown.map((config) => recordedRun(paper, { arm, config }))
    return [free, ...(await Promise.all(more))]
  }

  describe('each of its updates', () => {
    it(`is of a batch of batchSize, which ${recipe.lastBatch} the last one, for the epochs of its config`, async () => {
      for (const { updates, config } of await runs()) {
        const sizes = byEpoch(updates).map((some) => some.map(({ labels }) => labels.length))
        expect(sizes).toEqual(Array(epochsOf(paper, config)).fill(lastBatchSizes[recipe.lastBatch]))
      }
    })

    it(`sees pixels as ${recipe.pixels.says}`, async () => {
      for (const run of await runs()) {
        expect(othersThan(recipe.pixels.of, run, run.readings), 'in testing').toEqual([])
        if (!isBent)
          expect(othersThan(recipe.pixels.of, run, run.updates), 'in training').toEqual([])
      }
    })

    it(`has the learning rate of its epoch: ${recipe.learningRate.says}`, async () => {
      for (const { updates, config } of await runs())
        expect(updates.map(({ rate }) => rate)).toEqual(
          updates.map(({ epoch }) => recipe.learningRate.of(epoch, config)),
        )
    })

    it('gets the gradient that clipNorm and weightDecay leave', async () => {
      for (const run of await runs())
        for (const update of run.updates) {
          const expected = expectedGradient(run, update)
          const off = update.gradient.map((g, i) => Math.abs(g - expected[i]))
          expect(Math.max(...off), `off in epoch ${update.epoch}`).toBeLessThan(1e-12)
        }
    })

    it('moves its weights by the rule that it names', async () => {
      for (const { updates, config } of await runs()) {
        const named = String(config.optimiser ?? recipe.optimiser)
        const { found, expected } = rulesOf(updates, config, named)
        expect(found).toEqual([expected])
      }
    })
  })
}
