import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ulpBounds } from '../../src/numerics/functions/bounds.ts'
import { cos, elementaryFunctions, log, sin } from '../../src/numerics/functions/index.ts'
import { sweep, ulpErrorF32, ulpErrorF64 } from './ulp.ts'

/** V8's own float64 functions are good to this, so they may differ from ours by as much again. */
const ulpsOfMath = 1
const { f32, f64 } = elementaryFunctions

const sigmoid = (x: number) => {
  const e = Math.exp(-Math.abs(x))
  return (x < 0 ? e : 1) / (1 + e)
}

function worst(
  error: (y: number, exact: number) => number,
  ours: (x: number) => number,
  exact: (x: number) => number,
  arguments_: Iterable<number>,
): number {
  let largest = 0
  for (const x of arguments_) {
    const e = error(ours(x), exact(x))
    if (!(e <= largest)) largest = e
  }
  return largest
}

function* singles(low: number, high: number): Generator<number> {
  for (const x of sweep(low, high, 20_011)) yield Math.fround(x)
}

describe('float32 functions stay within their measured bounds', () => {
  it.each([
    ['exp over all normal results', f32.exp, Math.exp, -87, 88.7, ulpBounds.f32.exp],
    ['exp into the subnormals', f32.exp, Math.exp, -103.9, -87, ulpBounds.f32.exp],
    ['tanh', f32.tanh, Math.tanh, -10, 10, ulpBounds.f32.tanh],
    ['tanh near zero', f32.tanh, Math.tanh, -1e-3, 1e-3, ulpBounds.f32.tanh],
    ['sigmoid', f32.sigmoid, sigmoid, -100, 20, ulpBounds.f32.sigmoid],
    ['sigmoid near zero', f32.sigmoid, sigmoid, -5, 1, ulpBounds.f32.sigmoid],
  ] as const)('%s', (_, ours, exact, low, high, bound) => {
    const error = worst(ulpErrorF32, ours, exact, singles(low, high))
    expect(error).toBeLessThanOrEqual(bound)
  })

  it('gives float32 numbers only', () => {
    for (const x of singles(-30, 30)) {
      for (const f of [f32.exp, f32.tanh, f32.sigmoid]) expect(Math.fround(f(x))).toBe(f(x))
    }
  })
})

describe('float64 functions stay within their measured bounds', () => {
  it.each([
    ['exp', f64.exp, Math.exp, -745, 709.7, ulpBounds.f64.exp],
    ['exp near zero', f64.exp, Math.exp, -1, 1, ulpBounds.f64.exp],
    ['tanh', f64.tanh, Math.tanh, -20, 20, ulpBounds.f64.tanh],
    ['tanh near zero', f64.tanh, Math.tanh, -1, 1, ulpBounds.f64.tanh],
    // The float64 reference formula errs three times: in exp, in the sum, in the quotient.
    ['sigmoid', f64.sigmoid, sigmoid, -40, 40, ulpBounds.f64.sigmoid + 2],
    ['log', log, Math.log, 1e-6, 3, ulpBounds.f64.log],
    ['log of large numbers', log, Math.log, 1, 1e300, ulpBounds.f64.log],
    ['log of subnormals', log, Math.log, 5e-324, 1e-309, ulpBounds.f64.log],
    ['sin', sin, Math.sin, -7, 7, ulpBounds.f64.sin],
    ['sin up to its limit', sin, Math.sin, -1048576, 1048576, ulpBounds.f64.sin],
    ['cos', cos, Math.cos, -7, 7, ulpBounds.f64.cos],
    ['cos up to its limit', cos, Math.cos, -1048576, 1048576, ulpBounds.f64.cos],
  ] as const)('%s', (_, ours, exact, low, high, bound) => {
    const error = worst(ulpErrorF64, ours, exact, sweep(low, high, 20_011))
    expect(error).toBeLessThanOrEqual(bound + ulpsOfMath)
  })

  it('keeps its precision beside the multiples of pi/2, where the reduction cancels', () => {
    for (let n = 1; n < 600_000; n += 97) {
      const x = (n * Math.PI) / 2
      expect(ulpErrorF64(sin(x), Math.sin(x))).toBeLessThanOrEqual(ulpBounds.f64.sin + ulpsOfMath)
      expect(ulpErrorF64(cos(x), Math.cos(x))).toBeLessThanOrEqual(ulpBounds.f64.cos + ulpsOfMath)
    }
  })
})

describe.each(['f32', 'f64'] as const)('special arguments in %s', (dtype) => {
  const { exp, tanh, sigmoid: logistic } = elementaryFunctions[dtype]

  it('keeps NaN', () => {
    for (const f of [exp, tanh, logistic]) expect(f(Number.NaN)).toBeNaN()
  })

  it('takes exp from 0 at -infinity to infinity at infinity, through 1 at both zeros', () => {
    expect([-Infinity, -1e30, -0, 0, 1e30, Infinity].map(exp)).toEqual([
      0,
      0,
      1,
      1,
      Infinity,
      Infinity,
    ])
  })

  it('rounds the last subnormal of exp and underflows to +0 below', () => {
    const [smallest, last, below] =
      dtype === 'f32' ? [2 ** -149, -103.9, -103.98] : [5e-324, -745.1, -745.2]
    expect(exp(dtype === 'f32' ? Math.fround(last) : last)).toBe(smallest)
    expect(exp(dtype === 'f32' ? Math.fround(below) : below)).toBe(0)
  })

  it('reaches the largest numbers before exp overflows', () => {
    const [last, over] = dtype === 'f32' ? [88.72, 88.73] : [709.78, 709.79]
    const round = dtype === 'f32' ? Math.fround : (x: number) => x
    expect(Number.isFinite(exp(round(last)))).toBe(true)
    expect(exp(round(over))).toBe(Infinity)
  })

  it('keeps tanh odd, signed zeros and subnormals included, and saturates it at 1', () => {
    const subnormal = dtype === 'f32' ? 2 ** -149 : 5e-324
    expect(tanh(-0)).toBe(-0)
    expect(tanh(0)).toBe(0)
    expect(tanh(-subnormal)).toBe(-subnormal)
    expect([tanh(-Infinity), tanh(-30), tanh(30), tanh(Infinity)]).toEqual([-1, -1, 1, 1])
    expect(tanh(-0.75)).toBe(-tanh(0.75))
  })

  it('takes sigmoid from +0 over a half to 1', () => {
    expect([-Infinity, -0, 0, Infinity].map(logistic)).toEqual([0, 0.5, 0.5, 1])
    expect(logistic(-80)).toBeGreaterThan(0)
  })
})

describe('special arguments of log, sin and cos', () => {
  it('gives log -infinity at both zeros, NaN below and infinity at infinity', () => {
    expect([log(0), log(-0), log(Infinity), log(1)]).toEqual([-Infinity, -Infinity, Infinity, 0])
    expect([log(-1), log(-Infinity), log(Number.NaN)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  it('keeps -0 in sin', () => {
    expect([sin(-0), sin(0), cos(-0)]).toEqual([-0, 0, 1])
  })

  it('refuses angles beyond 2^20 with NaN', () => {
    for (const f of [sin, cos]) {
      expect(f(1048576)).not.toBeNaN()
      for (const x of [1048576.1, -1048577, Infinity, Number.NaN]) expect(f(x)).toBeNaN()
    }
  })
})

it('has the recorded bits over a sweep of every function', () => {
  const hash = createHash('sha256')
  const word = new DataView(new ArrayBuffer(8))
  const functions = [...Object.values(f32), ...Object.values(f64), log, sin, cos]
  for (const f of functions) {
    for (const x of singles(-110, 110)) {
      word.setFloat64(0, f(f === log ? Math.abs(x) : x))
      hash.update(new Uint8Array(word.buffer))
    }
  }
  expect(hash.digest('hex')).toBe(
    '9f7f5e4b0521dc661dc8df0cfef2e75c2194e1a2dfe90d090adcc0c6c717a5d9',
  )
})
