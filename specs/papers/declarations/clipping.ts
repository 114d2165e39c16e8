import { expect, it } from 'vitest'
import type { Paper } from '../../../src/papers/paper.ts'
import { recordedRun } from '../recording/recorded-run.ts'

export const norm = (x: Float64Array) => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0))
const undecayed = { weightDecay: 0 }

export function clipping(paper: Paper): void {
  if ('clipNorm' in paper.config.shape) shortens(paper)
  else leavesAlone(paper)
}

function shortens(paper: Paper): void {
  it('the gradient of all parameters together is shortened to clipNorm where it is longer, and left alone elsewhere', async () => {
    const free = await recordedRun(paper, { config: { ...undecayed, clipNorm: 1e9 } })
    const lengths = free.updates.map(({ rawGradient }) => norm(rawGradient))
    const clipNorm = (Math.min(...lengths) + Math.max(...lengths)) / 2
    const { updates } = await recordedRun(paper, { config: { ...undecayed, clipNorm } })
    const clipped = updates.filter(({ rawGradient }) => norm(rawGradient) > clipNorm)
    expect(clipped.length, 'gradients to be clipped').toBeGreaterThan(0)
    expect(clipped.length, 'gradients to be clipped').toBeLessThan(updates.length)
    for (const { rawGradient, gradient } of updates) {
      const share = Math.min(1, clipNorm / norm(rawGradient))
      const off = gradient.map((g, i) => Math.abs(g - share * rawGradient[i]))
      expect(Math.max(...off), `a gradient of length ${norm(rawGradient)}`).toBeLessThan(1e-12)
    }
  })
}

/** Longer than any norm at which people clip. */
const long = 20

function leavesAlone(paper: Paper): void {
  it('the gradient of all parameters together is never clipped, however long', async () => {
    // Large weights have long gradients; at this rate they stay as they are.
    const config = { ...undecayed, batchSize: 1, learningRate: 1e-9 }
    const { updates } = await recordedRun(paper, { config, weightScale: 8 })
    const lengths = updates.map(({ rawGradient }) => norm(rawGradient))
    expect(Math.max(...lengths), 'the longest gradient').toBeGreaterThan(long)
    const changed = updates.filter(({ gradient }, i) => norm(gradient) !== lengths[i])
    expect(changed.length, 'updates whose gradient is not as it was').toBe(0)
  })
}
