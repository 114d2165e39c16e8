import type { Real } from '../dtype.ts'
import { kernel, light } from './kernel.ts'
import { addedTo, read, size, written } from './operands.ts'

export const rows = {
  /** y[i,j] = r(y[i,j] + bias[j]) */
  addBias: kernel<[y: Real, bias: Real, rows: number, columns: number]>(
    [addedTo('y', ['rows', 'columns']), read('bias', 'columns'), size('rows'), size('columns')],
    { cut: { along: 'rows', least: light } },
  ),

  /** out[j] = fold over rows ascending of r(acc + x[i,j]), from +0 */
  columnSums: kernel<[out: Real, x: Real, rows: number, columns: number]>([
    written('out', 'columns'),
    read('x', ['rows', 'columns']),
    size('rows'),
    size('columns'),
  ]),
}
