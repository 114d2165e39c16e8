import { describe, expect, it } from 'vitest'
import { decimal, fraction } from '../../../src/claims/statistics/fraction.ts'
import { durationText, flopsText, spreadText } from '../../../src/cli/text/figures.ts'

const spread = (...counts: number[]) => {
  const [least, median, most] = counts.map((count) => fraction(count, 20_000))
  return { seeds: counts, least, median, most }
}

describe('figures', () => {
  it('a spread is median, least and most; one run has no range', () => {
    // 2145 of 20,000 is 10.725 %, which float64 holds as 10.7249…: it is rounded as in the READMEs.
    expect(spreadText(spread(1960, 2145, 2400), 'fraction')).toBe('10.73 [9.80, 12.00] %')
    expect(spreadText({ ...spread(1960, 2145, 2400), seeds: [0] }, 'fraction')).toBe('10.73 %')
    const [least, median, most] = [0.1, 0.31249, 2].map(decimal)
    expect(spreadText({ seeds: [0, 1, 2], least, median, most }, 'nats')).toBe(
      '0.312 [0.100, 2.00] nats',
    )
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
