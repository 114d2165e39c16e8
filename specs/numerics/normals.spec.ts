import { describe, expect, it } from 'vitest'
import { cos, log, sin } from '../../src/numerics/functions/index.ts'
import { fillNormal } from '../../src/numerics/normals.ts'
import { namedStream } from '../../src/numerics/stream.ts'

describe('normals', () => {
  it('come in Box-Muller pairs of 1 - u1 and u2', () => {
    const u = namedStream('pair')
    const rho = Math.sqrt(-2 * log(1 - u.next()))
    const theta = 2 * Math.PI * u.next()
    const z = new Float64Array(2)
    fillNormal(z, namedStream('pair'), 1, 2)
    expect([...z]).toEqual([rho * cos(theta), rho * sin(theta)])
  })

  it('drop the last one of an odd count and still take both draws of its pair', () => {
    const odd = namedStream('odd')
    const even = namedStream('odd')
    const three = new Float64Array(4)
    const four = new Float64Array(4)
    fillNormal(three, odd, 1, 3)
    fillNormal(four, even, 1, 4)
    expect([...three]).toEqual([...four.subarray(0, 3), 0])
    expect(odd.next()).toBe(even.next())
  })

  it('are rounded once: float32 is the rounded float64', () => {
    const single = new Float32Array(100)
    const double = new Float64Array(100)
    fillNormal(single, namedStream('round'), 0.05, 100)
    fillNormal(double, namedStream('round'), 0.05, 100)
    expect(single).toEqual(Float32Array.from(double))
  })

  it('have the moments of the standard normal, scaled', () => {
    const n = 100_000
    const x = new Float64Array(n)
    fillNormal(x, namedStream('moments'), 3, n)
    const moment = (p: number) => x.reduce((sum, v) => sum + (v / 3) ** p, 0) / n
    // Five standard errors of each moment's mean: sqrt(1/n), sqrt(2/n), sqrt(15/n), sqrt(96/n).
    const errors = [1, 2, 15, 96].map((variance) => 5 * Math.sqrt(variance / n))
    for (const [i, exact] of [0, 1, 0, 3].entries()) {
      expect(Math.abs(moment(i + 1) - exact)).toBeLessThan(errors[i])
    }
  })
})
