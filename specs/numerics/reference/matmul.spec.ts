import { describe, expect, it } from 'vitest'
import type { Real } from '../../../src/numerics/backend.ts'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { roundings } from '../../../src/numerics/rounding.ts'
import { namedStream } from '../../../src/numerics/stream.ts'

const sizes = [
  [1, 1, 1],
  [2, 3, 4],
  [3, 4, 5],
  [5, 9, 7],
  [4, 8, 0],
  [7, 13, 33],
] as const

describe.each(['f32', 'f64'] as const)('matmul in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const r = roundings[dtype]

  function random(name: string, length: number): Real {
    const x = b.reals(length)
    b.fillUniform(x, namedStream(name).state, -1, 1, length)
    return x
  }

  it.each([
    ['A B', false, false],
    ['transposed A, B', true, false],
    ['A, transposed B', false, true],
    ['both transposed', true, true],
  ] as const)('folds over k ascending: %s', (_, transposedA, transposedB) => {
    for (const [m, n, k] of sizes) {
      for (const accumulate of [false, true]) {
        const x = random('x', m * k)
        const w = random('w', k * n)
        const c = random('c', m * n)
        const expected = c.slice()
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) {
            let sum = accumulate ? c[i * n + j] : 0
            for (let p = 0; p < k; p++) {
              const left = transposedA ? x[p * m + i] : x[i * k + p]
              const right = transposedB ? w[j * k + p] : w[p * n + j]
              sum = r(sum + r(left * right))
            }
            expected[i * n + j] = sum
          }
        }
        const [aRow, aColumn] = transposedA ? [1, m] : [k, 1]
        const [bRow, bColumn] = transposedB ? [1, k] : [n, 1]
        b.matmul(c, x, w, accumulate, aRow, aColumn, bRow, bColumn, m, n, k)
        expect(c).toEqual(expected)
      }
    }
  })

  it('reads every second element when the strides say so', () => {
    const x = b.reals(8)
    x.set([1, 9, 2, 9, 3, 9, 4, 9])
    const identity = b.reals(4)
    identity.set([1, 0, 0, 1])
    const c = b.reals(4)
    b.matmul(c, x, identity, false, 4, 2, 2, 1, 2, 2, 2)
    expect([...c]).toEqual([1, 2, 3, 4])
  })

  it('splits over k without changing a bit when it accumulates', () => {
    const x = random('x', 3 * 10)
    const w = random('w', 10 * 5)
    const whole = b.reals(15)
    const halves = b.reals(15)
    b.matmul(whole, x, w, false, 10, 1, 5, 1, 3, 5, 10)
    b.matmul(halves, x, w, false, 10, 1, 5, 1, 3, 5, 4)
    b.matmul(halves, x.subarray(4), w.subarray(20), true, 10, 1, 5, 1, 3, 5, 6)
    expect(halves).toEqual(whole)
  })

  it('starts from +0, so a product of -0 gives +0, and lets NaN through', () => {
    const c = b.reals(1)
    b.matmul(c, b.reals(1), b.reals(1).fill(-1), false, 1, 1, 1, 1, 1, 1, 1)
    expect(c[0]).toBe(0)
    b.matmul(c, b.reals(1), b.reals(1).fill(Number.NaN), false, 1, 1, 1, 1, 1, 1, 1)
    expect(c[0]).toBeNaN()
  })
})

it('rounds the product before it adds: no fused multiply-add in float32', () => {
  const b = createReferenceBackend('f32')
  const x = 1 + 2 ** -12
  // x x = 1 + 2^-11 + 2^-24, which rounds to 1 + 2^-11; a fused operation would keep the 2^-24.
  const c = b.reals(1).fill(-(1 + 2 ** -11))
  b.matmul(c, b.reals(1).fill(x), b.reals(1).fill(x), true, 1, 1, 1, 1, 1, 1, 1)
  expect(c[0]).toBe(0)
})
