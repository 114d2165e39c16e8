import type { Real } from '../dtype.ts'
import type { Rounding } from '../rounding.ts'
import type { KernelsOf } from '../table/kernel.ts'
import type { warp } from '../table/warp.ts'

export function warpKernel(r: Rounding): KernelsOf<typeof warp> {
  return {
    warp(out, images, affine, displacement, count, side) {
      const centre = (side - 1) / 2
      const area = side * side
      for (let q = 0; q < count; q++) {
        const [a, b, c, d, e, f] = affine.subarray(q * 6, q * 6 + 6)
        for (let i = 0; i < side; i++) {
          for (let j = 0; j < side; j++) {
            const u = j - centre
            const v = i - centre
            const dx = displacement[2 * q * area + i * side + j]
            const dy = displacement[(2 * q + 1) * area + i * side + j]
            const sx = r(r(r(r(a * u) + r(b * v)) + c) + dx)
            const sy = r(r(r(r(d * u) + r(e * v)) + f) + dy)
            out[q * area + i * side + j] = bilinear(images, q * area, side, sx, sy)
          }
        }
      }
    },
  }

  /** The image that begins at images[image], read at (column sx, row sy); 0 outside. */
  function bilinear(images: Real, image: number, side: number, sx: number, sy: number): number {
    // Written so that NaN, too, is outside.
    if (!(sx > -1 && sy > -1 && sx < side && sy < side)) return 0
    const x0 = Math.floor(sx)
    const y0 = Math.floor(sy)
    const fx = r(sx - x0)
    const fy = r(sy - y0)
    const pixel = (y: number, x: number) =>
      y < 0 || x < 0 || y >= side || x >= side ? 0 : images[image + y * side + x]
    const p00 = pixel(y0, x0)
    const p10 = pixel(y0 + 1, x0)
    const top = r(p00 + r(fx * r(pixel(y0, x0 + 1) - p00)))
    const bottom = r(p10 + r(fx * r(pixel(y0 + 1, x0 + 1) - p10)))
    return r(top + r(fy * r(bottom - top)))
  }
}
