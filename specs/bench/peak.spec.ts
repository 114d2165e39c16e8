import { expect, test } from 'vitest'
import { instantiatePeak, operationsOfTurn } from '../../bench/peak/module.ts'
import { peakOf } from '../../bench/peak/peak.ts'
import { builtBackends } from '../../src/numerics/backends.ts'

test('the peak of wasm takes every step of its loop: the result is what that many steps give', () => {
  const run = instantiatePeak()
  const lanes = 4
  const pairs = operationsOfTurn / (2 * lanes)
  expect(run(1, 1)).toBe(pairs + pairs)
  expect(run(1000, 1)).toBe(pairs + pairs * 1000)
  expect(run(3, 2)).toBe(pairs * 2 ** 3 + pairs * 2 * 3)
})

test('only a backend with such a loop has a peak', () => {
  for (const backend of builtBackends().filter((name) => name !== 'reference')) {
    const { operations, run, ...peak } = peakOf(backend)!
    expect(peak).toMatchObject({ backend })
    expect(operations).toBeGreaterThan(0)
    run()
  }
  expect(peakOf('reference')).toBeUndefined()
})
