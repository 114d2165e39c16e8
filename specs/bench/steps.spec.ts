import { describe, expect, test } from 'vitest'
import { findSteps, stepWords } from '../../bench/steps/steps.ts'
import { fillNormal } from '../../src/numerics/normals.ts'
import { namedStream } from '../../src/numerics/stream.ts'
import { commitNumber, exampleLine, exampleResult } from './record/example-lines.ts'

const name = 'matmul/1x2x3 NN'

/** Times around `levels`, with 2 % of noise and, one day in ten, somebody else on the machine. */
function noisy(levels: readonly number[], trial: number): number[] {
  const stream = namedStream(`specs/bench/steps/${trial}`)
  const noise = new Float64Array(levels.length)
  fillNormal(noise, stream, 0.02, levels.length)
  return levels.map((level, i) => level * (1 + noise[i]) * (stream.next() < 0.1 ? 1.2 : 1))
}

const linesOf = (times: readonly number[]) =>
  times.map((time, i) => exampleLine(i, [exampleResult(name, time)]))

const flat = (length: number, level = 1) => Array.from({ length }, () => level)

describe('a step over the commits', () => {
  test('is found at its commit, with its size, and told as a loss or a gain of speed', () => {
    const [step, ...others] = findSteps(linesOf([...flat(6), ...flat(5, 1.25)]))
    expect(others).toEqual([])
    expect(step.commit).toBe(commitNumber(6))
    expect(step.ratio).toBeCloseTo(1.25, 9)
    expect(stepWords(step)).toBe(
      `advisory: the speed of matmul/1x2x3 NN wasm 1T fell by 20 % at commit ${commitNumber(6).slice(0, 12)} (6 lines before, 5 after)`,
    )
    const [gain] = findSteps(linesOf([...flat(6), ...flat(5, 0.8)]))
    expect(stepWords(gain)).toContain('rose by 25 %')
  })

  test('of ten per cent is found through the noise, within a commit or two', () => {
    const found = Array.from({ length: 200 }, (_, trial) =>
      findSteps(linesOf(noisy([...flat(12), ...flat(12, 1.1)], trial))),
    )
    const right = found.filter(
      (steps) =>
        steps.length === 1 && Math.abs(Number.parseInt(steps[0].commit.slice(0, 4), 16) - 12) <= 2,
    )
    expect(right.length).toBeGreaterThan(0.85 * 200)
  })

  test.each([8, 12, 24, 48])('is hardly ever seen where there is none, over %i lines', (length) => {
    const trials = 400
    const alarms = Array.from({ length: trials }, (_, trial) =>
      findSteps(linesOf(noisy(flat(length), trial))),
    ).filter((steps) => steps.length > 0)
    expect(alarms.length / trials).toBeLessThan(0.02)
  })

  test('twice is two steps', () => {
    const times = noisy([...flat(10), ...flat(10, 1.3), ...flat(10, 0.9)], 1)
    expect(findSteps(linesOf(times)).map(({ ratio }) => ratio > 1)).toEqual([true, false])
  })

  test('is not one bad day, nor what too few lines say, nor a machine whose peak moved as well', () => {
    expect(findSteps(linesOf([...flat(6), 1.5, ...flat(6)]))).toEqual([])
    expect(findSteps(linesOf([...flat(6), ...flat(3, 1.5)]))).toEqual([])
    const slowedMachine = [...flat(6), ...flat(6, 1.5)].map((time, i) =>
      exampleLine(i, [exampleResult(name, time)], { calibration: { wasm: 50 / time } }),
    )
    expect(findSteps(slowedMachine)).toEqual([])
  })

  test('of less than three per cent is not worth a word, however calm the machine', () => {
    expect(findSteps(linesOf([...flat(10), ...flat(10, 1.02)]))).toEqual([])
  })

  test('is looked for in each backend and number of threads by itself, and not in changed checkouts', () => {
    const lines = Array.from({ length: 12 }, (_, i) =>
      exampleLine(i, [
        exampleResult(name, 1),
        exampleResult(name, i < 6 ? 1 : 1.2, { threads: 2 }),
      ]),
    )
    expect(findSteps(lines).map(({ series }) => series)).toEqual(['matmul/1x2x3 NN wasm 2T'])
    expect(findSteps(lines.map((line) => ({ ...line, dirty: true })))).toEqual([])
  })
})
