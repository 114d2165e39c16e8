import type { Real } from '../dtype.ts'
import type { StreamState } from '../stream.ts'
import { kernel, light } from './kernel.ts'
import { read, scalar, size, stream, written } from './operands.ts'

export const fills = {
  /** y = table[code], the table holding a number for each of the 256 codes */
  lookUp: kernel<[y: Real, codes: Uint8Array, table: Real, length: number]>(
    [
      written('y', 'length'),
      read('codes', 'length', 'bytes'),
      read('table', [256]),
      size('length'),
    ],
    { cut: { along: 'length', least: light } },
  ),

  /** x = value */
  fill: kernel<[x: Real, value: number, length: number]>(
    [written('x', 'length'), scalar('value'), size('length')],
    { cut: { along: 'length', least: light } },
  ),

  /**
   * x[i] = r(low + (high - low) * u) in float64, rounded once, u the stream's next draws in order;
   * the stream's state is advanced in place by `length` draws.
   */
  fillUniform: kernel<[x: Real, state: StreamState, low: number, high: number, length: number]>([
    written('x', 'length'),
    stream('state'),
    scalar('low'),
    scalar('high'),
    size('length'),
  ]),
}
