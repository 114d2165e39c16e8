import { expect, test } from 'vitest'
import { historyPicture } from '../../bench/plot/picture.ts'
import { panelsOf } from '../../bench/plot/series.ts'
import { exampleLine, exampleResult } from './record/example-lines.ts'

const result = (gigaflops: number, backend: 'wasm' | 'native', threads: number) =>
  exampleResult('matmul/1x2x3 NN', 1, { gigaflops, backend, threads })

const lines = [40, 42, 60].map((speed, i) =>
  exampleLine(i, [
    result(speed, 'wasm', 1),
    result(2 * speed, 'wasm', 2),
    result(2 * speed + 1, 'native', 1),
    exampleResult('memory/copy', 1, { gigabytes: 10 }),
  ]),
)
const count = (svg: string, what: string) => svg.split(what).length - 1

test('a series has a value a commit: the median where it was measured again, none where it was not', () => {
  const again = [lines[0], exampleLine(0, [result(50, 'wasm', 1)]), lines[2]]
  const { commits, panels } = panelsOf([
    ...again,
    exampleLine(9, [result(1, 'wasm', 1)], { dirty: true }),
  ])
  expect(commits).toHaveLength(2)
  expect(panels.map(({ name }) => name)).toEqual(['matmul/1x2x3 NN'])
  const values = (backend: string, threads: number) =>
    panels[0].series.find((one) => one.backend === backend && one.threads === threads)?.values
  expect(values('wasm', 1)).toEqual([45, 60])
  const partly = panelsOf([exampleLine(1, [result(1, 'wasm', 1)]), lines[2]])
  expect(partly.panels[0].series.map((one) => one.values[0])).toEqual([null, 1, null])
})

test('the picture draws each series with its name, and the same lines give the same bytes', () => {
  const svg = historyPicture('a-chip', lines)
  expect(svg).toBe(historyPicture('a-chip', structuredClone(lines)))
  expect(count(svg, '<polyline ')).toBe(3)
  expect(count(svg, '<circle ')).toBe(9)
  for (const label of ['>wasm 1T<', '>wasm 2T<', '>native 1T<', '>0000000<', '>0002000<'])
    expect(svg).toContain(label)
  expect(svg).not.toMatch(/NaN|Infinity|undefined|href|script/)
})

test('labels of lines that end together are moved apart', () => {
  const svg = historyPicture('a-chip', lines)
  const heights = [...svg.matchAll(/ y="([\d.]+)"[^>]*>(?:wasm|native) \dT</g)].map(([, y]) => +y)
  const sorted = heights.toSorted((a, b) => a - b)
  expect(heights).toHaveLength(3)
  for (let i = 1; i < sorted.length; i++)
    expect(sorted[i] - sorted[i - 1]).toBeGreaterThanOrEqual(16)
})

test.each([1e-300, 0.03, 999, 1000.1, 2782.6, 123_456, 1e9, 1e300])(
  'a speed of %d is held by its scale, at any place of the picture',
  (speed) => {
    const svg = historyPicture('a-chip', [
      exampleLine(0, [result(speed, 'wasm', 1)]),
      exampleLine(1, [result(speed / 3, 'wasm', 1)]),
    ])
    const heights = [...svg.matchAll(/ cy="([^"]+)"/g)].map(([, y]) => Number(y))
    expect(heights).toHaveLength(2)
    for (const y of heights) {
      expect(y).toBeGreaterThanOrEqual(34)
      expect(y).toBeLessThanOrEqual(190)
    }
    expect(svg).not.toMatch(/NaN|Infinity/)
  },
)

test('one commit is a picture, too, and none is an empty one', () => {
  expect(count(historyPicture('a-chip', lines.slice(0, 1)), '<circle ')).toBe(3)
  expect(historyPicture('a-chip', [])).not.toMatch(/NaN|Infinity/)
})
