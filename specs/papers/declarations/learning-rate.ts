import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Config, Paper } from '../../../src/papers/paper.ts'
import { byEpoch, recordedRun, smallConfig } from '../recording/recorded-run.ts'
import { epochsOf } from './epochs.ts'

/**
 * Enough epochs for a product and a power of the same factor to part in their last bits; a rate at
 * which no net diverges.
 */
const many: Config = { epochs: 9, epochsPerTask: 3, learningRate: 0.05 / 2 ** 20 }

/** The rate of each epoch, all of whose updates have the same. */
async function ratesOf(paper: Paper, config: Config): Promise<number[]> {
  const { updates } = await recordedRun(paper, { config })
  return byEpoch(updates).map((some, i) => {
    expect(new Set(some.map(({ rate }) => rate)).size, `rates in epoch ${i + 1}`).toBe(1)
    return some[0].rate
  })
}

export function learningRate(paper: Paper): void {
  const { says, of } = paper.recipe.learningRate
  const config = smallConfig(paper, paper.recipe.asTheyAre, many)
  const declared = (given: Config) =>
    Array.from({ length: epochsOf(paper, given) }, (_, i) => of(i + 1, given))

  /** Other values of the keys that the declared rate depends on. */
  const changed = Object.entries(config).flatMap(([key, value]) => {
    const others = typeof value === 'number' ? [2 * value, value / 2] : []
    return others
      .filter((other) => (paper.config.shape[key] as z.ZodType).safeParse(other).success)
      .map((other) => ({ [key]: other }))
      .filter((one) => {
        const [before, after] = [declared(config), declared({ ...config, ...one })]
        return before.length === after.length && before.some((rate, i) => rate !== after[i])
      })
  })

  describe(`the learning rate: ${says}`, () => {
    it.each([{}, ...changed])('with %o', async (given) => {
      const asked = { ...many, ...given }
      expect(await ratesOf(paper, asked)).toEqual(declared({ ...config, ...asked }))
    })
  })
}
