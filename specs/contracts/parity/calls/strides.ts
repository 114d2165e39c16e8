import fc from 'fast-check'
import type { Kernel } from '../../../../src/numerics/table/kernel.ts'
import { isArray } from '../../../../src/numerics/table/operands.ts'
import { isStrided, type Sizes } from '../../../../src/numerics/table/shape.ts'

/** The strides [row, column] of a matrix of so many rows and columns. */
type Layout = (rows: number, columns: number) => readonly [row: number, column: number]

const layouts: Readonly<Record<string, Layout>> = {
  rows: (_, columns) => [columns, 1],
  columns: (rows) => [1, rows],
  'rows of a wider matrix': (_, columns) => [columns + 3, 1],
  'columns of a taller matrix': (rows) => [1, rows + 5],
  'no stride of 1': (rows) => [2, 2 * rows + 1],
  'one row repeated': () => [0, 1],
}

/** Of each strided array of a kernel, by its name. */
export type Layouts = Readonly<Record<string, string>>

export function layoutsOf({ operands }: Kernel): fc.Arbitrary<Layouts> {
  const strided = operands.filter((one) => isArray(one) && isStrided(one.shape))
  const layout = fc.constantFrom(...Object.keys(layouts))
  return fc.record(Object.fromEntries(strided.map(({ name }) => [name, layout])))
}

/** The strides that follow from layouts and sizes. */
export function stridesOf({ operands }: Kernel, chosen: Layouts, sizes: Sizes): Sizes {
  const strides: Record<string, number> = {}
  for (const operand of operands) {
    if (!isArray(operand) || !isStrided(operand.shape)) continue
    const { rows, row, columns, column } = operand.shape
    const [first, second] = layouts[chosen[operand.name]](sizes[rows], sizes[columns])
    strides[row] = first
    strides[column] = second
  }
  return strides
}
