/** The sizes and strides of a call, by the names of the operands. */
export type Sizes = Readonly<Record<string, number>>

/** So many for each begun `every` of a size: times * ceil(size / every) + plus. */
export interface Counted {
  readonly of: string
  readonly every?: number
  readonly times?: number
  readonly plus?: number
}

/** A number, a size of the call by its name, or what is counted by one. */
export type Extent = number | string | Counted

/** A matrix whose element (i, j) lies at i * row + j * column; all four are names of operands. */
export interface Strided {
  readonly rows: string
  readonly row: string
  readonly columns: string
  readonly column: string
}

/** Extents of a dense array, the last one next to each other in memory; or a matrix with strides. */
export type Shape = readonly Extent[] | Strided

export const isStrided = (shape: Shape): shape is Strided => 'row' in shape

/** The names of operands that a shape depends on. */
export function namesIn(shape: Shape): string[] {
  if (isStrided(shape)) return [shape.rows, shape.row, shape.columns, shape.column]
  return shape.flatMap((extent) =>
    typeof extent === 'number' ? [] : [typeof extent === 'string' ? extent : extent.of],
  )
}

/** Elements from the first to the last of an array of this shape. */
export function lengthOf(shape: Shape, sizes: Sizes): number {
  if (isStrided(shape)) {
    const [rows, columns] = [sizes[shape.rows], sizes[shape.columns]]
    if (rows === 0 || columns === 0) return 0
    return (rows - 1) * sizes[shape.row] + (columns - 1) * sizes[shape.column] + 1
  }
  return shape.reduce<number>((length, extent) => length * extentOf(extent, sizes), 1)
}

function extentOf(extent: Extent, sizes: Sizes): number {
  if (typeof extent === 'number') return extent
  if (typeof extent === 'string') return sizes[extent]
  const { of, every = 1, times = 1, plus = 0 } = extent
  return times * Math.ceil(sizes[of] / every) + plus
}
