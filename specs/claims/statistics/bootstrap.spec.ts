import { describe, expect, it } from 'vitest'
import { bootstrapIntervals } from '../../../src/claims/statistics/bootstrap.ts'
import { namedStream } from '../../../src/numerics/stream.ts'

const values = [0.01131, 0.00912, 0.01437, 0.00718, 0.01229, 0.01043, 0.01356]

describe('bootstrap intervals', () => {
  it('need six values', () => {
    expect(bootstrapIntervals(values.slice(0, 5), 'a')).toBeNull()
    expect(bootstrapIntervals(values.slice(0, 6), 'a')).not.toBeNull()
  })

  it('hang on the values and the name of the stream, not on the order of the values', () => {
    const once = bootstrapIntervals(values, 'example/bootstrap/a')
    expect(bootstrapIntervals(values.toReversed(), 'example/bootstrap/a')).toEqual(once)
    expect(bootstrapIntervals(values, 'example/bootstrap/b')?.mean).not.toEqual(once?.mean)
  })

  it.each([6, 7])('of %i values leave out 50 of 2000 resamples at either end', (n) => {
    // Powers of two: a sum tells which values were drawn, and how often.
    const powers = Array.from({ length: n }, (_, i) => 8 ** i)
    const draws = namedStream('a')
    const samples = Array.from({ length: 2000 }, () =>
      powers.map(() => powers[Math.floor(draws.next() * n)]).sort((a, b) => a - b),
    )
    const between = (figures: number[]) => {
      const sorted = figures.sort((a, b) => a - b)
      return [sorted[50], sorted[1949]]
    }
    const middle = (sample: number[]) =>
      n % 2 === 1 ? sample[(n - 1) / 2] : (sample[n / 2 - 1] + sample[n / 2]) / 2
    expect(bootstrapIntervals(powers, 'a')).toEqual({
      median: between(samples.map(middle)),
      mean: between(samples.map((sample) => sample.reduce((sum, x) => sum + x) / n)),
      confidence: 0.95,
      resamples: 2000,
      stream: 'a',
    })
  })

  it('surround what they describe', () => {
    const { median, mean } = bootstrapIntervals(values, 'a')!
    for (const [low, high] of [median, mean]) {
      expect(low).toBeLessThan(0.01131)
      expect(high).toBeGreaterThan(0.01131)
      expect(low).toBeGreaterThanOrEqual(0.00718)
      expect(high).toBeLessThanOrEqual(0.01437)
    }
    const all = bootstrapIntervals([3, 3, 3, 3, 3, 3], 'a')
    expect([all?.median, all?.mean]).toEqual([
      [3, 3],
      [3, 3],
    ])
  })
})
