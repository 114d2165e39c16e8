import { expect, test } from 'vitest'
import type { BackendChoice } from '../../bench/backends.ts'
import { backendChoices } from '../../bench/backends.ts'
import type { Benchmark } from '../../bench/benchmark.ts'
import { deformationBenchmark } from '../../bench/deformation.bench.ts'
import { firstDeparture } from '../../bench/departure.ts'
import { elementwiseBenchmark } from '../../bench/elementwise.bench.ts'
import { elementwiseKernels } from '../../bench/elementwise-kernels.ts'
import { matmulBenchmark } from '../../bench/matmul.bench.ts'
import { measureSuite } from '../../bench/measure.ts'
import { nobody } from '../../bench/peers/installed.ts'
import { stepRecipes } from '../../bench/step-recipes.ts'
import { describeRefusal } from '../../bench/table.ts'
import { trainingStepBenchmark } from '../../bench/training-step.bench.ts'
import type { Real } from '../../src/numerics/backend.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { expectRight } from './right-subjects.ts'

const settings = { rounds: 3, time: 0, warmupTime: 0 }
const shape = { m: 6, k: 7, n: 5, form: 'TN' } as const
const right = backendChoices().find(({ name, threads }) => name === 'wasm' && threads === 1)!
const highway = stepRecipes.find(({ arm }) => arm === 'highway')!

/** The real kernels, but for one whose first output comes out wrong in its last bit. */
function wrong(kernel: 'matmul' | 'warp' | 'adam'): BackendChoice {
  const backend = createWasmBackend('f32', { mebibytes: 64 })
  const asItIs = backend[kernel] as (out: Real, ...rest: unknown[]) => void
  const off = (out: Real, ...rest: unknown[]) => {
    asItIs(out, ...rest)
    new Int32Array(out.buffer, out.byteOffset, 1)[0] ^= 1
  }
  return {
    name: 'wasm',
    threads: 1,
    kernels: 'f'.repeat(64),
    create: () => ({ ...backend, [kernel]: off }),
  }
}

/** The real kernels, but for a product that after some calls computes every fourth time. */
function lazy(after: number): BackendChoice {
  const backend = createWasmBackend('f32', { mebibytes: 64 })
  let calls = 0
  const matmul: typeof backend.matmul = (...operands) => {
    if (++calls <= after || calls % 4 === 0) backend.matmul(...operands)
  }
  return { ...wrong('matmul'), create: () => ({ ...backend, matmul }) }
}

const departuresOf = (benchmark: Benchmark) =>
  benchmark.prepare().subjects.map(({ departure }) => departure())

test('a right kernel is timed, and its result carries the digest of the kernels', async () => {
  const { results, refused } = await measureSuite(
    { benchmarks: [matmulBenchmark(shape, [right], nobody)] },
    settings,
  )
  expect(refused).toEqual([])
  expect(results).toHaveLength(1)
  const [result] = results
  expect(result).toMatchObject({ name: 'matmul/6x7x5 TN', backend: 'wasm', threads: 1 })
  expect(result.kernels).toMatch(/^[0-9a-f]{64}$/)
  expect(result.calls).toBeGreaterThanOrEqual(settings.rounds)
  expect(result.milliseconds.low).toBeGreaterThan(0)
  expect(result.gigaflops).toBe((2 * 6 * 7 * 5) / result.milliseconds.median / 1e6)
  expect(result.shareOfPeak).toBeGreaterThan(0)
  expect(result.shareOfPeak).toBeLessThan(1)
  expect(result.peers.map(({ name }) => name)).toEqual(['plain JavaScript', 'reference'])
  expect(JSON.stringify(result)).not.toContain('samples')
})

test('each backend and number of threads that there is gives a result', async () => {
  const { results } = await measureSuite(
    { benchmarks: [matmulBenchmark(shape, backendChoices(), nobody)] },
    settings,
  )
  expect(results.map(({ backend, threads, kernels }) => ({ backend, threads, kernels }))).toEqual(
    backendChoices().map(({ name, threads, kernels }) => ({ backend: name, threads, kernels })),
  )
})

test('a kernel that is wrong by one bit is refused and never timed, while the others go on', async () => {
  const { results, refused } = await measureSuite(
    { benchmarks: [matmulBenchmark(shape, [wrong('matmul'), right], nobody)] },
    settings,
  )
  expect(results.map(({ kernels }) => kernels)).toEqual([right.kernels])
  expect(refused.map(({ kernels }) => kernels)).toEqual(['f'.repeat(64)])
  expect(refused[0]).toMatchObject({ name: 'matmul/6x7x5 TN', backend: 'wasm', threads: 1 })
  expect(refused[0].departure).toMatch(/^row 0\[0\] is .*, by definition /)
})

test('a kernel that stops computing while it is timed is refused, whether or not its speed shows it', async () => {
  const choices = [lazy(40), right]
  const { results, refused } = await measureSuite(
    { benchmarks: [matmulBenchmark(shape, choices, nobody)] },
    { ...settings, time: 5 },
  )
  expect(results.map(({ kernels }) => kernels)).toEqual([right.kernels])
  expect(refused).toMatchObject([
    { kernels: 'f'.repeat(64), because: 'its answer is wrong after it was timed' },
  ])
  expect(refused[0].departure).toMatch(/^row 0\[0\] is NaN, by definition /)
})

test('a training step that skips products after its first check is refused, too', () => {
  const [{ departure }] = trainingStepBenchmark(highway, [lazy(1000)], nobody).prepare().subjects
  expect(departure()).toBeNull()
  expect([departure(), departure()].at(-1)).toMatch(/ by definition /)
})

test('what is faster than the peak has no time, for it is too good to be true', async () => {
  const idle = {
    ...({ name: 'wasm', backend: 'wasm', threads: 1, kernels: 'f'.repeat(64) } as const),
    run: () => {},
    departure: () => null,
  }
  const benchmark = {
    name: 'x/y',
    operations: 1e9,
    prepare: () => ({ subjects: [idle], peers: [] }),
  }
  const { results, refused } = await measureSuite({ benchmarks: [benchmark] }, settings)
  expect(results).toEqual([])
  expect(refused).toHaveLength(1)
  expect(describeRefusal(refused[0])).toMatch(
    /^x\/y, wasm x1 has no time, because it is too good to be true: it came to \d+ % of the measured/,
  )
})

test('what was called many times is checked again from its start', () => {
  expectRight([trainingStepBenchmark(highway, [right], nobody)])
})

test('a training step is refused when its optimiser is wrong by one bit', () => {
  const [departure, none] = departuresOf(
    trainingStepBenchmark(highway, [wrong('adam'), right], nobody),
  )
  expect(departure).toMatch(/^1\.dense\.weight after step 1\[0\] is /)
  expect(none).toBeNull()
})

test('a deformation is refused when one pixel is wrong by one bit', () => {
  const [departure, none] = departuresOf(deformationBenchmark([wrong('warp'), right], nobody))
  expect(departure).toMatch(/^a bent pixel\[0\] is /)
  expect(none).toBeNull()
})

test('an elementwise kernel is refused when one bit of an output is wrong, also of a state', () => {
  const adam = elementwiseKernels.find(({ name }) => name.startsWith('adam'))!
  const [departure, none] = departuresOf(elementwiseBenchmark(adam, [wrong('adam'), right], nobody))
  expect(departure).toMatch(/^output 1\[0\] is /)
  expect(none).toBeNull()
})

test('a whole run whose answer is found wrong after it was timed has no time', async () => {
  const round = { median: 5, best: 5, calls: 1, mebibytes: 7 }
  const run = (kernels: string, departs: boolean) => {
    let departure: string | null = null
    return {
      name: 'wasm',
      backend: 'wasm' as const,
      threads: 2,
      kernels,
      departure: () => departure,
      async time() {
        if (departs) departure = 'came to other bits'
        return round
      },
    }
  }
  const { results, refused, remarks } = await measureSuite(
    {
      benchmarks: [
        {
          name: 'headline/a',
          prepare: () => ({
            subjects: [run('wrong', true), run('right', false)],
            peers: [{ name: 'peer', time: async () => ({ ...round, median: 10 }) }],
            remarks: () => ['said'],
          }),
        },
      ],
    },
    settings,
  )
  expect(refused).toMatchObject([{ kernels: 'wrong', departure: 'came to other bits' }])
  expect(results).toMatchObject([{ kernels: 'right', mebibytes: 7, peers: [{ name: 'peer' }] }])
  expect(results[0].peers[0].ratio.median).toBe(2)
  expect(remarks).toEqual(['said'])
})

test('signs of zeros count, lengths count, and a NaN is never an answer', () => {
  expect(firstDeparture('y', [1, 0], [1, 0])).toBeNull()
  expect(firstDeparture('y', [1, -0], [1, 0])).toBe('y[1] is -0, by definition 0')
  expect(firstDeparture('y', [1], [1, 0])).toBe('y has 1 numbers, by definition 2')
  expect(firstDeparture('y', [NaN], [NaN])).toBe('y[0] is NaN, by definition NaN')
})
