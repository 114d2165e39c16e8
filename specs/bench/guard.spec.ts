import { expect, test } from 'vitest'
import { deformationBenchmark } from '../../bench/deformation.bench.ts'
import { firstDeparture } from '../../bench/departure.ts'
import { matmulBenchmark } from '../../bench/matmul.bench.ts'
import { measureSuite } from '../../bench/measure.ts'
import { stepRecipes } from '../../bench/step-recipes.ts'
import { trainingStepBenchmark } from '../../bench/training-step.bench.ts'
import type { Backend, Real } from '../../src/numerics/backend.ts'
import { createWasmBackend, kernelsDigest } from '../../src/numerics/wasm/index.ts'

const settings = { rounds: 3, time: 0, warmupTime: 0 }
const shape = { m: 6, k: 7, n: 5, form: 'TN' } as const
const highway = stepRecipes.find(({ arm }) => arm === 'highway')!

/** The real kernels, but for one whose first output comes out wrong in its last bit. */
function wrong(kernel: 'matmul' | 'warp' | 'adam'): () => Backend {
  const backend = createWasmBackend('f32', { mebibytes: 64 })
  const right = backend[kernel] as (out: Real, ...rest: unknown[]) => void
  const off = (out: Real, ...rest: unknown[]) => {
    right(out, ...rest)
    new Int32Array(out.buffer, out.byteOffset, 1)[0] ^= 1
  }
  return () => ({ ...backend, [kernel]: off })
}

test('a right kernel is timed, and its result carries the digest of the kernels', () => {
  const { results, refused } = measureSuite(
    { benchmarks: [matmulBenchmark(shape)] },
    settings,
    kernelsDigest(),
  )
  expect(refused).toEqual([])
  expect(results).toHaveLength(1)
  const [result] = results
  expect(result.kernels).toMatch(/^[0-9a-f]{64}$/)
  expect(result.calls).toBeGreaterThanOrEqual(settings.rounds)
  expect(result.milliseconds.low).toBeGreaterThan(0)
  expect(result.gigaflops).toBe((2 * 6 * 7 * 5) / result.milliseconds.median / 1e6)
  expect(result.peers.map(({ name }) => name)).toEqual(['plain JavaScript', 'reference'])
  expect(JSON.stringify(result)).not.toContain('samples')
})

test('a kernel that is wrong by one bit is refused and never timed, while the others go on', () => {
  const slowly = matmulBenchmark({ ...shape, form: 'NN' }, wrong('matmul'))
  const { results, refused } = measureSuite(
    { benchmarks: [slowly, matmulBenchmark(shape)] },
    settings,
    kernelsDigest(),
  )
  expect(results.map(({ name }) => name)).toEqual(['matmul/6x7x5 TN'])
  expect(refused.map(({ name }) => name)).toEqual(['matmul/6x7x5 NN'])
  expect(refused[0].departure).toMatch(/^row 0 of wasm\[0\] is .*, by definition /)
})

test('a training step is refused when its optimiser is wrong by one bit', () => {
  const { departure } = trainingStepBenchmark(highway, wrong('adam')).prepare()
  expect(departure()).toMatch(/^1\.dense\.weight after step 1\[0\] is /)
  expect(trainingStepBenchmark(highway).prepare().departure()).toBeNull()
})

test('a deformation is refused when one pixel is wrong by one bit', () => {
  expect(deformationBenchmark(wrong('warp')).prepare().departure()).toMatch(
    /^a bent pixel\[0\] is /,
  )
  expect(deformationBenchmark().prepare().departure()).toBeNull()
})

test('signs of zeros count, lengths count, and a NaN is never an answer', () => {
  expect(firstDeparture('y', [1, 0], [1, 0])).toBeNull()
  expect(firstDeparture('y', [1, -0], [1, 0])).toBe('y[1] is -0, by definition 0')
  expect(firstDeparture('y', [1], [1, 0])).toBe('y has 1 numbers, by definition 2')
  expect(firstDeparture('y', [NaN], [NaN])).toBe('y[0] is NaN, by definition NaN')
})
