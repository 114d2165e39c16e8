import { expect, test } from 'vitest'
import { resultOf } from '../../bench/result.ts'
import { spread } from '../../bench/spread.ts'
import { figure, machineLine, tableOf } from '../../bench/table.ts'

const rounds = (...medians: number[]) =>
  medians.map((median) => ({ median, best: median / 2, calls: 10 }))
const key = (name: string) => ({ name, backend: 'wasm', threads: 1, kernels: 'digest' }) as const

test('a spread is the median, the median distance from it, and both ends', () => {
  expect(spread([5, 1, 2])).toEqual({ median: 2, mad: 1, low: 1, high: 5 })
  expect(spread([4, 2])).toEqual({ median: 3, mad: 1, low: 2, high: 4 })
  expect(() => spread([])).toThrow('at least one figure')
})

test('the ratio to a peer is taken within each round, so a drift of the clock cancels', () => {
  const { milliseconds, best, calls, peers } = resultOf(key('a'), {}, rounds(1, 2, 4), [
    { name: 'peer', rounds: rounds(3, 6, 12) },
  ])
  expect(milliseconds).toEqual({ median: 2, mad: 1, low: 1, high: 4 })
  expect([best, calls]).toEqual([0.5, 30])
  expect(peers[0].ratio).toEqual({ median: 3, mad: 0, low: 3, high: 3 })
})

test('a table lines up, has only columns that something fills, and a dash where a cell is empty', () => {
  const results = [
    resultOf(key('suite/one'), { operations: 2e9 }, rounds(50, 40, 48), [
      { name: 'peer', rounds: rounds(500, 440, 480) },
    ]),
    resultOf(key('suite/another'), {}, rounds(0.0125), []),
  ]
  expect(tableOf(results).split('\n')).toEqual([
    '                            ms        ±         rounds     best  GFLOP/s         peer takes',
    'suite/one, wasm x1        48.0    4.2 %      40.0-50.0     20.0     41.7  10.0x (10.0-11.0)',
    'suite/another, wasm x1  0.0125  < 0.1 %  0.0125-0.0125  0.00625        -                  -',
  ])
})

test("the share of the peak is taken within each round, against as many threads' peaks", () => {
  const peak = { operations: 100, rounds: rounds(1, 2, 4) }
  const { shareOfPeak, gigabytes } = resultOf(
    { ...key('a'), threads: 2 },
    { operations: 50, bytes: 8e6 },
    rounds(1, 2, 4),
    [],
    peak,
  )
  expect(shareOfPeak).toBe(0.25)
  expect(gigabytes).toBe(4)
  expect(resultOf(key('a'), {}, rounds(1), [], peak)).not.toHaveProperty('shareOfPeak')
})

test('figures keep their significant digits and never turn to exponents', () => {
  expect([0.00625, 1234.5, 99.96, 0].map((x) => figure(x))).toEqual([
    '0.00625',
    '1235',
    '100.0',
    '0',
  ])
})

test('the first line says which processor, how busy, which Node, and from which kernels', () => {
  const machine = { cpu: 'A chip', cores: 2, node: '20.1.0', platform: 'linux', arch: 'x64' }
  expect(machineLine({ ...machine, commit: 'abc' }, 1.25, { wasm: 'd'.repeat(64) })).toBe(
    'A chip, 2 cores, load 1.3 | Node 20.1.0, linux x64 | kernels wasm dddddddddddd | commit abc',
  )
  expect(machineLine({ ...machine, cores: 1, commit: null }, 0, { wasm: 'd'.repeat(64) })).toBe(
    'A chip, 1 core, load 0.0 | Node 20.1.0, linux x64 | kernels wasm dddddddddddd',
  )
})
