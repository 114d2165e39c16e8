import type { Real } from '../dtype.ts'
import { heavy, kernel } from './kernel.ts'
import { read, scalar, size, written } from './operands.ts'

const fields = ['count', 'side', 'side']

export const smoothing = {
  /**
   * Elastic displacement: each of `count` fields of side x side is smoothed by the separable `taps`
   * (2*radius + 1 of them, edges repeated), along rows first, then along columns, each output a fold
   * over taps ascending from +0, and last r(amplitude * smoothed).
   */
  smoothFields: kernel<
    [
      out: Real,
      fields: Real,
      taps: Real,
      amplitude: number,
      count: number,
      side: number,
      radius: number,
    ]
  >(
    [
      written('out', fields),
      read('fields', fields),
      read('taps', [{ of: 'radius', times: 2, plus: 1 }]),
      scalar('amplitude'),
      size('count'),
      size('side', { least: 1 }),
      size('radius'),
    ],
    {
      cut: { along: 'count', least: heavy },
      scratch: (size) => (size('side') + 2 * size('radius') + 4) * 16,
    },
  ),
}
