import { describe, expect, it } from 'vitest'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { roundings } from '../../../src/numerics/rounding.ts'
import { namedStream } from '../../../src/numerics/stream.ts'

describe.each(['f32', 'f64'] as const)('deformation in %s', (dtype) => {
  const b = createReferenceBackend(dtype)
  const r = roundings[dtype]
  const reals = (...values: number[]) => {
    const x = b.reals(values.length)
    x.set(values)
    return x
  }
  const random = (name: string, length: number) => {
    const x = b.reals(length)
    b.fillUniform(x, namedStream(name).state, -1, 1, length)
    return x
  }

  it('smooths along rows, then along columns, with repeated edges, and scales last', () => {
    const side = 4
    const [fields, taps, out] = [random('fields', 2 * 16), reals(0.3, 0.5, 0.2), b.reals(32)]
    const at = (k: number) => Math.min(Math.max(k, 0), side - 1)
    const fold = (read: (t: number) => number) =>
      [0, 1, 2].reduce((sum, t) => r(sum + r(taps[t] * read(t))), 0)
    b.smoothFields(out, fields, taps, 3.3, 2, side, 1)
    for (let q = 0; q < 2; q++) {
      const rows = (i: number, j: number) => fold((t) => fields[q * 16 + i * side + at(j + t - 1)])
      for (let i = 0; i < side; i++) {
        for (let j = 0; j < side; j++) {
          const smoothed = fold((t) => rows(at(i + t - 1), j))
          expect(out[q * 16 + i * side + j]).toBe(r(r(3.3) * smoothed))
        }
      }
    }
  })

  it('keeps a constant field constant when the taps sum to one, radius beyond the side included', () => {
    const out = b.reals(4)
    const taps = b.reals(8 * 2 + 1).fill(0)
    taps[0] = 0.5
    taps[16] = 0.5
    b.smoothFields(out, b.reals(4).fill(2), taps, 1, 1, 2, 8)
    expect([...out]).toEqual([2, 2, 2, 2])
  })

  const image = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const warped = (affine: number[], displacement: number[] = Array(18).fill(0)) => {
    const out = b.reals(9)
    b.warp(out, reals(...image), reals(...affine), reals(...displacement), 1, 3)
    return [...out]
  }

  it('gives the image back under the identity, whose offset is the centre', () => {
    expect(warped([1, 0, 1, 0, 1, 1])).toEqual(image)
  })

  it('reads one pixel to the right under a shift, with 0 from outside', () => {
    expect(warped([1, 0, 2, 0, 1, 1])).toEqual([2, 3, 0, 5, 6, 0, 8, 9, 0])
  })

  it('moves x by the first field and y by the second', () => {
    const field = Array(9).fill(1)
    const none = Array(9).fill(0)
    expect(warped([1, 0, 1, 0, 1, 1], [...field, ...none])).toEqual([2, 3, 0, 5, 6, 0, 8, 9, 0])
    expect(warped([1, 0, 1, 0, 1, 1], [...none, ...field])).toEqual([4, 5, 6, 7, 8, 9, 0, 0, 0])
  })

  it('turns by a quarter: x is read from -v, y from u', () => {
    expect(warped([0, -1, 1, 1, 0, 1])).toEqual([3, 6, 9, 2, 5, 8, 1, 4, 7])
  })

  it('interpolates between four pixels, those outside being 0', () => {
    const half = warped([1, 0, 1.5, 0, 1, 1.5])
    expect(half).toEqual([3, 4, 2.25, 6, 7, 3.75, 3.75, 4.25, 2.25])
    expect(warped([1, 0, 0.5, 0, 1, 1]).slice(0, 3)).toEqual([0.5, 1.5, 2.5])
  })

  it('rounds after every operation of the interpolation', () => {
    const [fx, fy] = [0.3, 0.9].map((f) => r(r(0 + r(1 + f)) - 1))
    const top = r(5 + r(fx * r(6 - 5)))
    const bottom = r(8 + r(fx * r(9 - 8)))
    const expected = r(top + r(fy * r(bottom - top)))
    expect(warped([1, 0, 1 + 0.3, 0, 1, 1 + 0.9])[4]).toBe(expected)
  })

  it('rounds the source point after every operation', () => {
    const side = 9
    const images = random('images', side * side)
    const affine = random('affine', 6)
    const displacement = random('displacement', 2 * side * side)
    const [a, bb, c, d, e, f] = affine
    const out = b.reals(side * side)
    b.warp(out, images, affine, displacement, 1, side)
    const pixel = (y: number, x: number) =>
      x < 0 || y < 0 || x >= side || y >= side ? 0 : images[y * side + x]
    const between = (p: number, q: number, t: number) => r(p + r(t * r(q - p)))
    for (let k = 0; k < side * side; k++) {
      const [u, v] = [(k % side) - 4, Math.floor(k / side) - 4]
      const sx = r(r(r(r(a * u) + r(bb * v)) + c) + displacement[k])
      const sy = r(r(r(r(d * u) + r(e * v)) + f) + displacement[side * side + k])
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)]
      const inside = sx > -1 && sy > -1 && sx < side && sy < side
      const top = between(pixel(y0, x0), pixel(y0, x0 + 1), r(sx - x0))
      const bottom = between(pixel(y0 + 1, x0), pixel(y0 + 1, x0 + 1), r(sx - x0))
      expect(out[k]).toBe(inside ? between(top, bottom, r(sy - y0)) : 0)
    }
  })

  it('gives +0 for points outside, infinitely far, or NaN', () => {
    for (const away of [-1, 3, -1e30, Infinity, -Infinity, Number.NaN]) {
      expect(warped([0, 0, away, 0, 0, 1])).toEqual(Array(9).fill(0))
      expect(warped([0, 0, 1, 0, 0, away])).toEqual(Array(9).fill(0))
    }
  })

  it('reads nothing of a pixel that is a whole pixel away, not even that it is infinite', () => {
    const infinite = reals(...Array(9).fill(Infinity))
    for (const [x, y] of [
      [-1, 1],
      [3, 1],
      [1, -1],
      [1, 3],
    ]) {
      const out = b.reals(9)
      b.warp(out, infinite, reals(0, 0, x, 0, 0, y), b.reals(18), 1, 3)
      expect([...out]).toEqual(Array(9).fill(0))
    }
  })

  it('warps each image by its own transformation', () => {
    const out = b.reals(18)
    const affine = reals(1, 0, 1, 0, 1, 1, 1, 0, 2, 0, 1, 1)
    b.warp(out, reals(...image, ...image), affine, b.reals(36), 2, 3)
    expect([...out]).toEqual([...image, 2, 3, 0, 5, 6, 0, 8, 9, 0])
  })
})
