import { describe, expect, it } from 'vitest'
import { measureUlp } from '../../src/numerics/ulp/measure.ts'
import { joinBounds } from '../../src/numerics/ulp/measure-range.ts'
import { ulpError } from '../../src/numerics/ulp/ulp-error.ts'
import { kernelsDigest } from '../../src/numerics/wasm/index.ts'

describe('the error in units in the last place', () => {
  it('counts float32 steps at the exact value', () => {
    expect(ulpError(1 + 2 ** -23, 1)).toBe(1)
    expect(ulpError(1 - 2 ** -24, 1)).toBe(0.5)
    expect(ulpError(-3, -3 - 2 ** -23)).toBe(0.5)
  })

  it('counts subnormal results in units of the smallest subnormal', () => {
    expect(ulpError(0, 2 ** -149)).toBe(1)
    expect(ulpError(2 ** -140 + 2 ** -149, 2 ** -140)).toBe(1)
  })

  it('forgives an infinity only where the exact value rounds to it', () => {
    expect(ulpError(Infinity, 1e300)).toBe(0)
    expect(ulpError(Infinity, Infinity)).toBe(0)
    expect(ulpError(Infinity, (2 - 2 ** -23) * 2 ** 127)).toBe(1)
    expect(ulpError(1, Infinity)).toBe(Infinity)
    expect(ulpError(-Infinity, Infinity)).toBe(Infinity)
  })

  it('accepts NaN for NaN and for nothing else', () => {
    expect(ulpError(Number.NaN, Number.NaN)).toBe(0)
    expect(ulpError(Number.NaN, 1)).toBe(Infinity)
    expect(ulpError(1, Number.NaN)).toBe(Infinity)
  })
})

describe('measured bounds', () => {
  it('do not depend on the order in which ranges are joined', () => {
    const a = { maxUlp: 1, at: 3, inputs: 1 }
    const b = { maxUlp: 1, at: 2, inputs: 1 }
    expect(joinBounds(a, b)).toEqual(joinBounds(b, a))
  })

  it('are those of the compiled kernels and the definitions, on a sample', async () => {
    const progress: number[] = []
    const onProgress = ({ done }: { done: number }) => progress.push(done)
    const { functions, ...report } = await measureUlp({ stride: 100_003, onProgress })
    expect(report).toEqual({ kernelsDigest: kernelsDigest(), stride: 100_003 })
    expect(progress.at(-1)).toBe(1)
    expect(functions.exp).toMatchObject({ inputs: Math.ceil(2 ** 32 / 100_003) })
    for (const { maxUlp } of [functions.exp!, functions.tanh!, functions.sigmoid!]) {
      expect(maxUlp).toBeGreaterThan(0.5)
      expect(maxUlp).toBeLessThan(2.5)
    }
    // Float64, rounded once: half an ulp, and what the float64 function errs.
    for (const { maxUlp } of [functions.log!, functions.sin!, functions.cos!]) {
      expect(maxUlp).toBeLessThan(0.5 + 2 ** -28)
    }
  })
})
