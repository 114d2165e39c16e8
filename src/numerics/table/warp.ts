import type { Real } from '../dtype.ts'
import { heavy, kernel } from './kernel.ts'
import { read, size, written } from './operands.ts'

const images = ['count', 'side', 'side']

export const warp = {
  /**
   * Inverse warp with bilinear sampling; pixels outside an image are 0. For output pixel (row i,
   * column j) of image q, with u = j - (side-1)/2, v = i - (side-1)/2, affine[q*6..] = [a, b, c, d, e, f]
   * and displacement[q] = two fields, x then y:
   *   sx = r(r(r(r(a*u) + r(b*v)) + c) + dx), sy = r(r(r(r(d*u) + r(e*v)) + f) + dy),
   *   x0 = floor(sx), fx = r(sx - x0), likewise y0, fy,
   *   top = r(p00 + r(fx * r(p01 - p00))), bottom = r(p10 + r(fx * r(p11 - p10))),
   *   out = r(top + r(fy * r(bottom - top))), with p01 the neighbour at x0 + 1 and p10 at y0 + 1.
   * A source point with sx <= -1, sy <= -1, sx >= side or sy >= side, or NaN, gives +0.
   */
  warp: kernel<
    [out: Real, images: Real, affine: Real, displacement: Real, count: number, side: number]
  >(
    [
      written('out', images),
      read('images', images),
      // Close to the identity, which keeps most points inside the image.
      read('affine', ['count', 6], 'reals', { usually: [1, 0.25, 0.5, -0.125, 1, 0] }),
      read('displacement', ['count', 2, 'side', 'side']),
      size('count'),
      size('side', { least: 1 }),
    ],
    {
      cut: { along: 'count', least: heavy },
      scratch: (size) => (size('side') + 2) * (size('side') + 2) * 8,
    },
  ),
}
