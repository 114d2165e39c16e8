import { describe, expect, it } from 'vitest'
import { elementaryFunctions, log } from '../../../src/numerics/functions/index.ts'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { roundings } from '../../../src/numerics/rounding.ts'

describe.each(['f32', 'f64'] as const)('softmax in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const r = roundings[dtype]
  const { exp } = elementaryFunctions[dtype]
  const reals = (...values: number[]) => {
    const x = b.reals(values.length)
    x.set(values)
    return x
  }
  const all = Uint8Array.of(1, 1, 1)

  it('divides the exponentials by their ascending sum', () => {
    const z = reals(0.3, -1.2, 0.9)
    const e = [...z].map((v) => exp(r(v - z[2])))
    const s = r(r(e[0] + e[1]) + e[2])
    const p = b.reals(3)
    b.softmax(p, z, all, 1, 3)
    expect([...p]).toEqual(e.map((v) => r(v / s)))
  })

  it('skips masked classes, whatever stands there, and gives them +0', () => {
    const p = reals(9, 9, 9, 9)
    b.softmax(p, reals(0, Number.NaN, 0, 1e9), Uint8Array.of(1, 0, 1, 0), 1, 4)
    expect([...p]).toEqual([0.5, 0, 0.5, 0])
  })

  it('gives a row the same bits in any batch', () => {
    const one = b.reals(3)
    const two = b.reals(6)
    b.softmax(one, reals(0.1, 0.2, 0.4), all, 1, 3)
    b.softmax(two, reals(50, -3, 1, 0.1, 0.2, 0.4), all, 2, 3)
    expect(two.slice(3)).toEqual(one)
  })

  it('does not overflow on large logits', () => {
    const p = b.reals(3)
    b.softmax(p, reals(1e30, 0, 1e30), all, 1, 3)
    expect([...p]).toEqual([0.5, 0, 0.5])
  })

  it('makes the active part of a row NaN by one NaN logit, and the masked part stays +0', () => {
    const z = reals(Number.NaN, 1, 2)
    const losses = b.doubles(1)
    b.softmaxCrossEntropy(z, losses, z, Int32Array.of(1), Uint8Array.of(1, 1, 0), 1, 3)
    expect([...z]).toEqual([Number.NaN, Number.NaN, 0])
    expect(losses[0]).toBeNaN()
    const p = b.reals(3)
    b.softmax(p, reals(Number.NaN, 1, 2), Uint8Array.of(1, 1, 0), 1, 3)
    expect([...p]).toEqual([Number.NaN, Number.NaN, 0])
  })

  it('gives (p - y) / B and, in float64, log s - (z_y - max)', () => {
    const z = reals(0.3, -1.2, 0.9, 2, 2, 2, -0.7, 0.1, 0.4)
    const labels = Int32Array.of(0, 2, 1)
    const p = b.reals(9)
    b.softmax(p, z, all, 3, 3)
    const [dz, losses] = [b.reals(9), b.doubles(3)]
    b.softmaxCrossEntropy(dz, losses, z, labels, all, 3, 3)
    const y = [1, 0, 0, 0, 0, 1, 0, 1, 0]
    expect([...dz]).toEqual([...p].map((v, i) => r(r(v - y[i]) / 3)))
    const e = [...z.subarray(0, 3)].map((v) => exp(r(v - z[2])))
    expect(losses[0]).toBe(log(r(r(e[0] + e[1]) + e[2])) - r(z[0] - z[2]))
    expect(losses[1]).toBe(log(3))
  })

  it('may write the gradient over the logits', () => {
    const z = reals(0.3, -1.2, 0.9)
    const [dz, losses, lossesInPlace] = [b.reals(3), b.doubles(1), b.doubles(1)]
    b.softmaxCrossEntropy(dz, losses, z, Int32Array.of(1), all, 1, 3)
    b.softmaxCrossEntropy(z, lossesInPlace, z, Int32Array.of(1), all, 1, 3)
    expect([z, lossesInPlace]).toEqual([dz, losses])
  })

  it('has a gradient of zero sum up to rounding', () => {
    const dz = b.reals(3)
    b.softmaxCrossEntropy(dz, b.doubles(1), reals(1, 2, 3), Int32Array.of(0), all, 1, 3)
    expect(Math.abs(dz[0] + dz[1] + dz[2])).toBeLessThan(1e-6)
  })
})
