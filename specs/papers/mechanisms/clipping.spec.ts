import { describe, expect, it } from 'vitest'
import { recordedRun } from './recorded-run.ts'

const norm = (x: Float64Array) => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0))
const config = { weightDecay: 0 }

describe('the gradient of all parameters together', () => {
  it('highway-networks: is shortened to clipNorm where it is longer, and left alone elsewhere', async () => {
    const free = await recordedRun('highway-networks', { config: { ...config, clipNorm: 1e9 } })
    const lengths = free.updates.map(({ rawGradient }) => norm(rawGradient))
    const clipNorm = (Math.min(...lengths) + Math.max(...lengths)) / 2
    const { updates } = await recordedRun('highway-networks', { config: { ...config, clipNorm } })
    const clipped = updates.filter(({ rawGradient }) => norm(rawGradient) > clipNorm)
    expect(clipped.length, 'gradients to be clipped').toBeGreaterThan(0)
    expect(clipped.length, 'gradients to be clipped').toBeLessThan(updates.length)
    for (const { rawGradient, gradient } of updates) {
      const share = Math.min(1, clipNorm / norm(rawGradient))
      const off = gradient.map((g, i) => Math.abs(g - share * rawGradient[i]))
      expect(Math.max(...off), `a gradient of length ${norm(rawGradient)}`).toBeLessThan(1e-12)
    }
  })

  it.each(['mnist-deep-mlp', 'mcdnn-image-bench', 'compete-to-compute'])(
    '%s: is never clipped, however long',
    async (slug) => {
      const single = { ...config, batchSize: 1, hiddenWidths: '40-40' }
      const { updates } = await recordedRun(slug, { config: single })
      const lengths = updates.map(({ rawGradient }) => norm(rawGradient))
      expect(Math.max(...lengths), 'the longest gradient').toBeGreaterThan(5)
      expect(updates.map(({ gradient }) => norm(gradient))).toEqual(lengths)
    },
  )
})
