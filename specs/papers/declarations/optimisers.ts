import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Config, Paper } from '../../../src/papers/paper.ts'
import { recordedRun } from '../recording/recorded-run.ts'
import type { Update } from '../recording/recorder.ts'
import { rulesBehind } from '../recording/update-rules.ts'

/** Settings by which a rule with two of them exchanged would show, and at which no net diverges. */
export const telling = { momentum: 0.5, beta1: 0.5, beta2: 0.75, epsilon: 1e-3, learningRate: 1e-3 }

/** The rules that explain how the weights moved, and the named one, as far as they can be told apart. */
export function rulesOf(updates: readonly Update[], config: Config, named: string) {
  const isConstant = new Set(updates.map(({ rate }) => rate)).size === 1
  // The two forms of Nesterov's momentum part only where the rate changes.
  const form = (rule: string) =>
    isConstant ? rule.replace('nesterov-rate-in-velocity', 'nesterov') : rule
  return { found: [...new Set(rulesBehind(updates, config).map(form))], expected: form(named) }
}

export function optimisers(paper: Paper): void {
  const key = paper.config.shape.optimiser as z.ZodEnum | undefined
  const rules = key ? key.options.map(String) : [paper.recipe.optimiser ?? 'not declared']

  describe('its weights move by the rule that it names', () => {
    it.each(rules)('optimiser=%s', async (optimiser) => {
      const { updates, config } = await recordedRun(paper, { config: { ...telling, optimiser } })
      const { found, expected } = rulesOf(updates, config, optimiser)
      expect(found, 'the rules that explain how the weights moved').toEqual([expected])
    })
  })
}
