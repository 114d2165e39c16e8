import type { Real } from '../dtype.ts'
import { kernel, light } from './kernel.ts'
import { read, size, written } from './operands.ts'

export const highwayGate = {
  /** Highway, eq. 3: y = r(r(h*t) + r(x * r(1 - t))) */
  highwayGate: kernel<[y: Real, h: Real, t: Real, x: Real, length: number]>(
    [
      written('y', 'length'),
      read('h', 'length'),
      read('t', 'length'),
      read('x', 'length'),
      size('length'),
    ],
    { inPlace: true, cut: { along: 'length', least: light } },
  ),

  /** dh = r(dy*t), dt = r(dy * r(h - x)), carry = r(dy * r(1 - t)) */
  highwayGateBackward: kernel<
    [dh: Real, dt: Real, carry: Real, dy: Real, h: Real, t: Real, x: Real, length: number]
  >(
    [
      written('dh', 'length'),
      written('dt', 'length'),
      written('carry', 'length'),
      read('dy', 'length'),
      read('h', 'length'),
      read('t', 'length'),
      read('x', 'length'),
      size('length'),
    ],
    { inPlace: true, cut: { along: 'length', least: light } },
  ),
}
