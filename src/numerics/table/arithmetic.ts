import type { Real } from '../dtype.ts'
import { kernel, light } from './kernel.ts'
import { addedTo, read, scalar, size, updated } from './operands.ts'

export const arithmetic = {
  /** y = r(y + x) */
  add: kernel<[y: Real, x: Real, length: number]>(
    [addedTo('y', 'length'), read('x', 'length'), size('length')],
    { inPlace: true, cut: { along: 'length', least: light } },
  ),

  /** x = r(s * x) */
  scale: kernel<[x: Real, s: number, length: number]>(
    [updated('x', 'length'), scalar('s'), size('length')],
    { cut: { along: 'length', least: light } },
  ),

  /** y = r(y + r(s * x)): coupled weight decay, and whatever else adds a multiple */
  addScaled: kernel<[y: Real, x: Real, s: number, length: number]>(
    [addedTo('y', 'length'), read('x', 'length'), scalar('s'), size('length')],
    { inPlace: true, cut: { along: 'length', least: light } },
  ),
}
