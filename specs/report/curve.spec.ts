import { expect, it } from 'vitest'
import { paths } from '../../src/report/parts/curve.ts'

const heights = (path: string) => [...path.matchAll(/[ML]\S+ (\S+?)(?=L|$)/g)].map(([, y]) => +y)

it('a line spans the whole height, from its least to its most', () => {
  expect(paths([[1, 3, 2]]).map(heights)).toEqual([[96, 4, 50]])
})

it('a line that hardly moves lies flat, in the middle of the range that was asked for', () => {
  const [flat] = paths([[100, 101]], 20).map(heights)
  expect(flat[0] - flat[1]).toBeCloseTo(92 / 20)
  expect((flat[0] + flat[1]) / 2).toBeCloseTo(50)
})
