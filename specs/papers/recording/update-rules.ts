import { optimiserFormulas, settingsOf } from '../../../src/audit/optimiser-formulas.ts'
import type { Config } from '../../../src/papers/paper.ts'
import type { Update } from './recorder.ts'

/** Float64, by the size of what is compared; a weight below 1 counts as 1. */
const roundingError = 1e-12

/**
 * Every rule that, started from rest, moves all weights as these updates did; of those whose settings
 * the config has.
 */
export function rulesBehind(updates: readonly Update[], config: Config): string[] {
  const known = Object.entries(optimiserFormulas).filter(([, { settings }]) =>
    settings.every((key) => key in config),
  )
  return known.flatMap(([name, { begin }]) => {
    const moves = Array.from(updates[0].before, () => begin(settingsOf(name, config)))
    const fits = updates.every(({ before, gradient, rate, after }) =>
      moves.every((move, i) => {
        const off = Math.abs(after[i] - before[i] - move(gradient[i], rate))
        return off <= roundingError * Math.max(1, Math.abs(after[i]))
      }),
    )
    return fits ? [name] : []
  })
}
