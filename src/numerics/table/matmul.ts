import type { Real } from '../dtype.ts'
import { kernel } from './kernel.ts'
import { flag, read, size, stride, updated } from './operands.ts'

export const matmul = {
  /**
   * c[i*n + j] = fold over k ascending of r(acc + r(a[i*aRow + k*aColumn] * b[k*bRow + j*bColumn])),
   * from +0, or from the present c when `accumulate`. Strides count elements, so one kernel serves
   * A B, transposed A B and A transposed B. c is m x n, dense.
   */
  matmul: kernel<
    [
      c: Real,
      a: Real,
      b: Real,
      accumulate: boolean,
      aRow: number,
      aColumn: number,
      bRow: number,
      bColumn: number,
      m: number,
      n: number,
      k: number,
    ]
  >(
    [
      updated('c', ['m', 'n']),
      read('a', { rows: 'm', row: 'aRow', columns: 'k', column: 'aColumn' }),
      read('b', { rows: 'k', row: 'bRow', columns: 'n', column: 'bColumn' }),
      flag('accumulate'),
      stride('aRow'),
      stride('aColumn'),
      stride('bRow'),
      stride('bColumn'),
      size('m'),
      size('n'),
      size('k'),
    ],
    { cut: { along: 'm', least: 60_000, terms: 'k', unit: 4, tilesAcross: 'n' } },
  ),
}
