import { describe, expect, it } from 'vitest'
import { studentQuantile, studentUpperTail } from '../../../src/claims/statistics/student-t.ts'

describe("Student's t", () => {
  it.each([
    [1, 0.05, 6.313752],
    [2, 0.005, 9.924843],
    [3, 0.025, 3.182446],
    [4, 0.05, 2.131847],
    [5, 0.001, 5.89343],
    [9, 0.05, 1.833113],
    [10, 0.025, 2.228139],
    [30, 0.025, 2.042272],
    [120, 0.05, 1.657651],
    [1000, 0.05, 1.646379],
  ])('with %i degrees of freedom is exceeded with probability %f at %f', (df, tail, t) => {
    expect(studentQuantile(tail, df)).toBeCloseTo(t, 5)
    expect(studentUpperTail(t, df)).toBeCloseTo(tail, 6)
  })

  it('agrees with the closed forms of 1, 2 and 3 degrees of freedom to 13 digits', () => {
    for (const t of [-40, -3, -0.5, 0, 1e-8, 0.3, 1, 1.7, 2.5, 12]) {
      const root = t / Math.sqrt(3)
      const closed = [
        0.5 - Math.atan(t) / Math.PI,
        0.5 - t / (2 * Math.sqrt(2 + t * t)),
        0.5 - (Math.atan(root) + root / (1 + root * root)) / Math.PI,
      ]
      closed.forEach((tail, i) => {
        expect(Math.abs(studentUpperTail(t, i + 1) - tail)).toBeLessThan(1e-13)
      })
    }
  })

  it('has far tails that keep their digits', () => {
    // 1/2 - t / (2 sqrt(2 + t^2)) loses them; its expansion 1 / (2 t^2) - 3 / (4 t^4) does not.
    const t = 1e4
    const tail = 1 / (2 * t * t) - 3 / (4 * t * t * t * t)
    expect(studentUpperTail(t, 2) / tail).toBeCloseTo(1, 12)
    expect(studentUpperTail(Infinity, 4)).toBe(0)
    expect(studentUpperTail(-Infinity, 4)).toBe(1)
  })

  it('falls as t grows and mirrors at zero', () => {
    for (const df of [1, 4, 7, 29, 200]) {
      let before = 1
      for (let t = -8; t <= 8; t += 0.125) {
        const tail = studentUpperTail(t, df)
        expect(tail).toBeLessThan(before)
        expect(tail + studentUpperTail(-t, df)).toBeCloseTo(1, 14)
        before = tail
      }
    }
  })

  it('takes whole degrees of freedom only', () => {
    expect(() => studentUpperTail(1, 2.5)).toThrow(RangeError)
    expect(() => studentUpperTail(1, 0)).toThrow(RangeError)
  })
})
