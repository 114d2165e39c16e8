import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { papers } from '../../../src/papers/index.ts'
import { recordedRun } from './recorded-run.ts'
import { rulesBehind } from './update-rules.ts'

/** A rate that falls after the first epoch: only then does it matter whether it is in the velocity. */
const falling = {
  ...{ momentum: 0.5, learningRate: 0.2 },
  ...{ learningRateDecay: 0.5, laterLearningRate: 0.05, dropEpoch: 2 },
}

const asked = papers.flatMap(({ slug, config }) => {
  const key = config.shape.optimiser as z.ZodEnum | undefined
  return (key?.options ?? []).map((rule) => [slug, String(rule)] as const)
})

describe('a recipe moves its weights by the rule that it names', () => {
  it.each(asked)('%s, optimiser=%s', async (slug, optimiser) => {
    const { updates, config } = await recordedRun(slug, { config: { ...falling, optimiser } })
    // The two forms of Nesterov's momentum part only where the rate changes.
    const constant = slug === 'compete-to-compute'
    const alike = rulesBehind(updates, config).filter(
      (rule) => !constant || rule !== 'nesterov-rate-in-velocity',
    )
    expect(alike, 'the rules that explain how the weights moved').toEqual([optimiser])
  })

  it('highway-networks: Adam, with the betas and the epsilon of its config', async () => {
    const config = { beta1: 0.5, beta2: 0.75, epsilon: 1e-3 }
    const run = await recordedRun('highway-networks', { config })
    expect(rulesBehind(run.updates, run.config)).toEqual(['adam'])
  })
})
