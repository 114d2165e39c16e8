import { describe, expect, it } from 'vitest'
import {
  differenceText,
  durationText,
  flopsText,
  metricText,
  spreadOf,
  spreadText,
} from '../../../src/cli/text/figures.ts'

const run = (count: number, total: number) => ({
  metrics: { testError: count / total },
  counts: { testError: { count, total } },
})

describe('figures', () => {
  it('percent has as many digits as one image of the test set moves', () => {
    expect(metricText(127 / 10_000, 'fraction', 10_000)).toBe('1.27 %')
    expect(metricText(101 / 2000, 'fraction', 2000)).toBe('5.05 %')
    expect(metricText(51 / 1000, 'fraction', 1000)).toBe('5.1 %')
    expect(metricText(737 / 50_000, 'fraction', 50_000)).toBe('1.474 %')
    expect(metricText(-0.00001, 'fraction', 1000)).toBe('0.0 %')
    expect(metricText(0.31249, 'nats')).toBe('0.312')
    expect(metricText(Number.NaN, 'nats')).toBe('NaN')
  })

  it('a spread is median, least and most, of an even number too', () => {
    const runs = [run(14, 1000), run(10, 1000), run(30, 1000), run(12, 1000)]
    expect(spreadOf(runs, 'testError')).toEqual({
      n: 4,
      median: expect.closeTo(0.013, 12),
      min: 0.01,
      max: 0.03,
      total: 1000,
    })
    expect(spreadText(spreadOf(runs, 'testError')!, 'fraction')).toBe('1.3 % [1.0, 3.0]')
    expect(spreadText(spreadOf([run(10, 1000)], 'testError')!, 'fraction')).toBe('1.0 %')
    expect(spreadOf(runs, 'forgetting')).toBeNull()
  })

  it('differences of fractions are points', () => {
    expect(differenceText(0.0175, 'fraction', 2000)).toBe('1.75 points')
    expect(differenceText(0.2, 'nats')).toBe('0.200 nats')
  })

  it('arithmetic and time read as people say them', () => {
    expect([1.4312e12, 7.3e10, 4e7].map(flopsText)).toEqual([
      '1.43 TFLOP',
      '73.0 GFLOP',
      '40.0 MFLOP',
    ])
    expect([0.44, 12.3, 119.6, 200, 7500].map(durationText)).toEqual([
      '0.4 s',
      '12 s',
      '2 min 00 s',
      '3 min 20 s',
      '2 h 05 min',
    ])
  })
})
