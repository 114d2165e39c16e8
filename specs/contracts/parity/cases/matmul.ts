import fc from 'fast-check'
import type { KernelName } from '../../../../src/numerics/backend.ts'
import { call, type ParityCase, reals } from '../call.ts'

interface Layout {
  readonly name: string
  strides(rows: number, columns: number): readonly [row: number, column: number]
}

const layouts: readonly Layout[] = [
  { name: 'rows', strides: (_, columns) => [columns, 1] },
  { name: 'columns', strides: (rows) => [1, rows] },
  { name: 'rows of a wider matrix', strides: (_, columns) => [columns + 3, 1] },
  { name: 'columns of a taller matrix', strides: (rows) => [1, rows + 5] },
  { name: 'no stride of 1', strides: (rows) => [2, 2 * rows + 1] },
  { name: 'one row repeated', strides: () => [0, 1] },
]

const small = fc.integer({ min: 0, max: 20 })
const middling = fc.integer({ min: 1, max: 70 })
const thin = fc.integer({ min: 1, max: 9 })

/** Shapes of edge tiles, of many tiles, and beyond the blocks of K and of M. */
const shape = fc.oneof(
  { weight: 5, arbitrary: fc.record({ m: small, n: small, k: small }) },
  { weight: 2, arbitrary: fc.record({ m: middling, n: middling, k: middling }) },
  { weight: 1, arbitrary: fc.record({ m: thin, n: thin, k: fc.integer({ min: 505, max: 1100 }) }) },
  { weight: 1, arbitrary: fc.record({ m: fc.integer({ min: 505, max: 1030 }), n: thin, k: thin }) },
)

export const matmulCases = {
  matmul: fc
    .record({
      shape,
      aLayout: fc.constantFrom(...layouts),
      bLayout: fc.constantFrom(...layouts),
      accumulate: fc.boolean(),
    })
    .map(({ shape: { m, n, k }, aLayout, bLayout, accumulate }) => {
      const [aRow, aColumn] = aLayout.strides(m, k)
      const [bRow, bColumn] = bLayout.strides(k, n)
      return call(
        { m, n, k, a: aLayout.name, b: bLayout.name, accumulate },
        {
          a: reals(extent(m, k, aRow, aColumn)),
          b: reals(extent(k, n, bRow, bColumn)),
          c: reals(m * n),
        },
        (kernels, { a, b, c }) =>
          kernels.matmul(c, a, b, accumulate, aRow, aColumn, bRow, bColumn, m, n, k),
      )
    }),
} satisfies Partial<Record<KernelName, ParityCase>>

/** Elements from the first to the last of a strided matrix. */
function extent(rows: number, columns: number, row: number, column: number): number {
  return rows === 0 || columns === 0 ? 0 : (rows - 1) * row + (columns - 1) * column + 1
}
