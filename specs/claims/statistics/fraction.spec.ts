import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  decimal,
  fraction,
  midpoint,
  subtract,
  toNumber,
} from '../../../src/claims/statistics/fraction.ts'
import '../same-inputs.ts'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e60, max: 1e60 })

describe('exact fractions', () => {
  it('read a decimal as a person wrote it', () => {
    const difference = subtract(decimal(0.3), decimal(0.1))
    expect(0.3 - 0.1).not.toBe(0.2)
    expect(compare(difference, decimal(0.2))).toBe(0)
    expect(decimal(-1.25)).toEqual({ numerator: -125n, denominator: 100n })
    expect(toNumber(decimal(1e-7))).toBe(1e-7)
    expect(toNumber(decimal(2e21))).toBe(2e21)
  })

  it('refuse what is not finite', () => {
    expect(() => decimal(Number.NaN)).toThrow(RangeError)
    expect(() => decimal(Infinity)).toThrow(RangeError)
  })

  it('come back as the number that they were made from', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(toNumber(decimal(x))).toBe(x === 0 ? 0 : x)
      }),
    )
  })

  it('round to the nearest number as division does', () => {
    const whole = fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 })
    fc.assert(
      fc.property(whole, fc.integer({ min: 1 }), (a, b) => {
        expect(toNumber(fraction(a, b))).toBe(a === 0 ? 0 : a / b)
      }),
    )
  })

  it('round correctly where numerator and denominator overflow a number', () => {
    const huge = 7n << 3000n
    expect(toNumber({ numerator: huge, denominator: huge * 2n })).toBe(0.5)
    const justAboveHalfway = { numerator: ((2n ** 53n + 1n) << 200n) + 1n, denominator: 1n << 200n }
    expect(toNumber(justAboveHalfway)).toBe(2 ** 53 + 2)
    expect(toNumber({ numerator: -1n, denominator: 1n << 1074n })).toBe(-(2 ** -1074))
  })

  it('round a tie to the even neighbour, either way', () => {
    const beyond = 2n ** 53n
    expect(toNumber(fraction(beyond + 1n))).toBe(2 ** 53)
    expect(toNumber(fraction(beyond + 3n))).toBe(2 ** 53 + 4)
    expect(toNumber(fraction(-beyond - 1n))).toBe(-(2 ** 53))
    expect(toNumber(fraction(beyond * 2n + 2n, 2n))).toBe(2 ** 53)
  })

  it('order as numbers do, with a midpoint between', () => {
    fc.assert(
      fc.property(finite, finite, (x, y) => {
        expect(compare(decimal(x), decimal(y))).toBe(Math.sign(x - y) + 0)
        const middle = midpoint(decimal(x), decimal(y))
        expect(compare(decimal(Math.min(x, y)), middle)).toBeLessThanOrEqual(0)
        expect(compare(middle, decimal(Math.max(x, y)))).toBeLessThanOrEqual(0)
      }),
    )
  })
})
