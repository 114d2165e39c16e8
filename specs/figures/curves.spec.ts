import { expect, it } from 'vitest'
import { grouped, percent, precisePercent } from '../../src/figures/amounts.ts'
import { apart } from '../../src/figures/chart.ts'
import { above, median, medians } from '../../src/figures/curves.ts'
import { inkTone, weightTone } from '../../src/figures/image-grid.ts'

it('the median stands in the middle, point by point', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(
    medians([
      [1, 5],
      [3, 7],
      [2, 9],
    ]),
  ).toEqual([2, 7])
})

it('a line ends where it leaves the axis below, and begins again where it returns', () => {
  const line: [number, number][] = [
    [0, 2],
    [1, 0],
    [2, 0],
    [3, 4],
  ]
  expect(above(line, 1)).toEqual([
    [0, 2],
    [0.5, 1],
    [1, Number.NaN],
    [2, Number.NaN],
    [2.25, 1],
    [3, 4],
  ])
  expect(above(line, 0)).toEqual(line)
})

it('labels that would cover each other move apart, others stay', () => {
  expect(apart([0.5, 0.51], [0, 1])).toEqual([8, -8])
  expect(apart([0.51, 0.5], [0, 1])).toEqual([-8, 8])
  expect(apart([0.2, 0.8], [0, 1])).toEqual([0, 0])
})

it('numbers are written as people read them', () => {
  expect([
    percent(0.015),
    percent(1),
    precisePercent(0.0146),
    grouped(10000),
    grouped(999),
  ]).toEqual(['1.5 %', '100 %', '1.46 %', '10,000', '999'])
})

it('ink is black on white; weights part at white', () => {
  expect([inkTone(0), inkTone(1), inkTone(2)]).toEqual([
    [255, 255, 255],
    [0, 0, 0],
    [0, 0, 0],
  ])
  const tone = weightTone(0.5)
  expect(tone(0)).toEqual([255, 255, 255])
  expect(tone(-0.5)).toEqual(tone(-9))
  expect(tone(0.25)).not.toEqual(tone(-0.25))
})
