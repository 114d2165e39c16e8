import fc from 'fast-check'
import type { KernelName } from '../../../../src/numerics/backend.ts'
import { call, type ParityCase, reals } from '../call.ts'
import { scalar } from './sizes.ts'

const images = { count: fc.integer({ min: 0, max: 4 }), side: fc.integer({ min: 1, max: 33 }) }

export const deformationCases = {
  smoothFields: fc
    .record({ ...images, radius: fc.integer({ min: 0, max: 20 }), amplitude: scalar })
    .map(({ count, side, radius, amplitude }) =>
      call(
        { count, side, radius, amplitude },
        {
          fields: reals(count * side * side),
          taps: reals(2 * radius + 1),
          out: reals(count * side * side),
        },
        ({ smoothFields }, { out, fields, taps }) =>
          smoothFields(out, fields, taps, amplitude, count, side, radius),
      ),
    ),
  warp: fc
    .record({
      ...images,
      nearIdentity: fc.boolean(),
      across: fc.constantFrom(0, -1, 0.5, 40),
    })
    .map(({ count, side, nearIdentity, across }) =>
      call(
        { count, side, nearIdentity, across },
        {
          pixels: reals(count * side * side),
          displacement: reals(2 * count * side * side),
          affine: reals(6 * count),
          out: reals(count * side * side),
        },
        ({ warp }, { out, pixels, displacement, affine }) => {
          // Random transforms throw most points out of the image; these keep most of them inside.
          if (nearIdentity) {
            for (let q = 0; q < count; q++) affine.set([1, 0.25, across, -0.125, 1, 0], 6 * q)
          }
          warp(out, pixels, affine, displacement, count, side)
        },
      ),
    ),
} satisfies Partial<Record<KernelName, ParityCase>>
