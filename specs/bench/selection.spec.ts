import { expect, test } from 'vitest'
import { selectBenchmarks } from '../../bench/selection.ts'
import { suites } from '../../bench/suites.ts'
import { papers } from '../../src/papers/index.ts'
import { exitCodes, UserError } from '../../src/user-error.ts'

const names = (pattern?: string) =>
  selectBenchmarks(suites, pattern).flatMap(({ benchmarks }) => benchmarks.map(({ name }) => name))
const allNames = suites.flatMap(({ benchmarks }) => benchmarks.map(({ name }) => name))

test('without a pattern every benchmark is run, each under a name of its own', () => {
  const usual = suites.filter(({ onRequest }) => !onRequest)
  expect(names()).toEqual(usual.flatMap(({ benchmarks }) => benchmarks.map(({ name }) => name)))
  expect(new Set(allNames).size).toBe(allNames.length)
})

test('whole runs of minutes are only run when the pattern begins with their name', () => {
  expect(names('headline/highway')).toEqual(['headline/highway-networks'])
  expect(names('headline')).toHaveLength(papers.length)
  expect(names('highway').every((name) => !name.startsWith('headline'))).toBe(true)
})

test('a benchmark is called after its suite, so that a pattern can name either', () => {
  for (const { name, benchmarks } of suites)
    for (const benchmark of benchmarks) expect(benchmark.name).toMatch(new RegExp(`^${name}/`))
  expect(names('matmul/')).toHaveLength(7)
  expect(names('LWTA')).toEqual(['training-step/compete-to-compute lwta'])
})

test('a pattern that no name contains is wrong usage, and the message lists the names', () => {
  expect.assertions(3)
  try {
    selectBenchmarks(suites, 'matmull')
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).exitCode).toBe(exitCodes.usage)
    expect(
      (error as UserError).message
        .split('\n')
        .slice(1)
        .map((line) => line.trim()),
    ).toEqual(allNames)
  }
})
