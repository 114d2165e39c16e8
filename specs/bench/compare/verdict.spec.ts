import { expect, test } from 'vitest'
import { lowerRank, medianInterval } from '../../../bench/compare/median-interval.ts'
import { pairedRatios } from '../../../bench/compare/paired-rounds.ts'
import { margin, verdictOf } from '../../../bench/compare/verdict.ts'
import { verdictLine } from '../../../bench/compare/words.ts'

const at = (median: number, width = 0.004) => ({
  median,
  low: median - width,
  high: median + width,
})

test('three repeats that lie beyond the margin call a change, two do not', () => {
  expect(verdictOf([at(1.1), at(1.09), at(1.11)])).toBe('slower')
  expect(verdictOf([at(0.9), at(0.91), at(0.9)])).toBe('faster')
  expect(verdictOf([at(1.1), at(1.1)])).toBe('undecided')
  expect(verdictOf([at(1.1), at(1.1), at(1)])).toBe('undecided')
  expect(verdictOf([at(1), at(1.001), at(0.998)])).toBe('no change')
})

test('one unlucky process neither makes a change nor hides one', () => {
  expect(verdictOf([at(1.1), at(0.953), at(1.1), at(1.1)])).toBe('slower')
  expect(verdictOf([at(1), at(1.15), at(1), at(1)])).toBe('no change')
  expect(verdictOf([at(1.1), at(1.1), at(1), at(1), at(1.1)])).toBe('undecided')
  expect(verdictOf([at(1.1), at(1.1), at(1), at(1), at(1.1), at(1.1)])).toBe('slower')
})

test('the whole interval must lie beyond the margin', () => {
  const straddling = { median: 1.1, low: 1 + margin, high: 1.2 }
  expect(verdictOf([straddling, straddling, straddling])).toBe('no change')
})

test('an interval for a median lies on ranks that the sign test gives, and six are the fewest', () => {
  expect([5, 6, 8, 9, 12, 20].map(lowerRank)).toEqual([0, 1, 1, 2, 3, 6])
  expect(medianInterval([3, 1, 2, 6, 5, 4])).toEqual({ median: 3.5, low: 1, high: 6 })
  expect(() => medianInterval([1, 2, 3, 4, 5])).toThrow('5 values give no interval')
})

test('rounds far out do not move the interval', () => {
  const calm = Array.from({ length: 20 }, (_, i) => 1 + i / 1000)
  const disturbed = calm.with(0, 0.1).with(19, 40).with(18, 7)
  expect(medianInterval(disturbed)).toEqual(medianInterval(calm))
})

test('turns come as A B B A, and the ratio is that of their fastest calls, B over A in either order', async () => {
  const order: string[] = []
  const side = (name: string, best: number) => async () => {
    order.push(name)
    return { median: order.length, best, calls: 9 }
  }
  const settings = { pairs: 4, time: 1, warmupTime: 1 }
  const ratios = await pairedRatios(side('a', 2), side('b', 3), settings)
  expect(ratios).toEqual([1.5, 1.5, 1.5, 1.5])
  expect(order.slice(2).join('')).toBe('abbaabba')
})

test('what is called is said in a sentence, with the change and how many repeats agree', () => {
  const one = {
    name: 'matmul/1x2x3 NN',
    backend: 'wasm',
    threads: 1,
    kernels: { other: 'a', ours: 'b' },
  } as const
  const called = (...medians: number[]) => {
    const ratios = medians.map((median) => at(median))
    return verdictLine({ ...one, ratios, verdict: verdictOf(ratios) }, 'abc')
  }
  expect(called(1.1, 1.1, 0.95, 1.1)).toBe(
    'REGRESSION: matmul/1x2x3 NN, wasm x1 takes 10.0 % longer than at abc, in 3 of 4 repeats',
  )
  expect(called(0.9, 0.9, 0.9)).toMatch(/^improvement: .* takes 10.0 % less time than at abc/)
  expect(called(1, 1, 1)).toBeNull()
})
