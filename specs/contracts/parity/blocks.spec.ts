import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Backend, Dtype, Real } from '../../../src/numerics/backend.ts'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { candidates, dtypes } from './candidates.ts'
import { differenceInArray } from './difference.ts'
import { fillWith, words } from './values.ts'

// Products too large for the slots of the other cases: several blocks of rows, and a K of which not even
// one tile's rows fit into the packed panels. How large that is follows from what the sources say.

/** The numbers that a pattern finds in a source. */
function numbersIn(file: string, pattern: RegExp): number[] {
  const found = [...readFileSync(join(packageRoot, file), 'utf8').matchAll(pattern)]
  if (found.length === 0) throw new Error(`${file} does not say ${pattern.source}`)
  return found.map((match) => Number(match[1]))
}

const panelsBytes =
  1024 *
  Math.max(
    ...numbersIn('src/kernels/matmul.ts', /PANELS_BYTES: usize = (\d+) << 10/g),
    ...numbersIn('src/kernels/native/matmul.inc', /PANELS_BYTES \((\d+)l << 10\)/g),
  )
const fewestTileRows = Math.min(
  ...numbersIn('src/kernels/tile.ts', /TILE_ROWS: usize = (\d+)/g),
  ...numbersIn('scripts/build-native.ts', /tileRows: (\d+)/g),
)

interface Product {
  readonly m: number
  readonly n: number
  readonly k: number
}

const elementBytes: Readonly<Record<Dtype, number>> = { f32: 4, f64: 8 }

/** More rows than two blocks hold, and columns for more than one tile of the widest vectors. */
function manyRows(dtype: Dtype): Product {
  const k = 600
  return { m: 2 * Math.ceil(panelsBytes / (k * elementBytes[dtype])) + 5, n: 37, k }
}

/** Deeper than the panels of the fewest rows, and more rows than the highest tile has. */
function deepSums(dtype: Dtype): Product {
  const deepest = panelsBytes / (fewestTileRows * elementBytes[dtype])
  return { m: 9, n: 19, k: deepest + 777 }
}

const products = { 'several blocks of rows': manyRows, 'a K beyond the panels': deepSums }
const layouts = ['A B', 'Aᵀ B', 'A Bᵀ']
/** Elements of C behind its end, which stay as they are. */
const guard = 64

interface Operands {
  readonly a: Real
  readonly b: Real
  readonly c: Real
}

const sizes = (dtype: Dtype) => Object.values(products).map((product) => product(dtype))
const most = (dtype: Dtype, count: (product: Product) => number) =>
  Math.max(...sizes(dtype).map(count))

/** Room for each of the products, with the same numbers on every backend. */
function operands(backend: Backend): Operands {
  const { dtype } = backend
  const a = backend.reals(most(dtype, ({ m, k }) => m * k))
  const b = backend.reals(most(dtype, ({ k, n }) => k * n))
  const next = words(20140707)
  for (const x of [a, b]) fillWith(x, dtype, 'ordinary', next)
  return { a, b, c: backend.reals(most(dtype, ({ m, n }) => m * n) + guard) }
}

function multiply(
  backend: Backend,
  { a, b, c }: Operands,
  { m, n, k }: Product,
  layout: string,
  accumulate: boolean,
): Real {
  fillWith(c, backend.dtype, 'ordinary', words(7))
  const [aRow, aColumn] = layout.startsWith('Aᵀ') ? [1, m] : [k, 1]
  const [bRow, bColumn] = layout.endsWith('Bᵀ') ? [1, k] : [n, 1]
  backend.matmul(c, a, b, accumulate, aRow, aColumn, bRow, bColumn, m, n, k)
  return c
}

const calls = Object.entries(products).flatMap(([name, product]) =>
  layouts.flatMap((layout) =>
    [false, true].map((accumulate) => ({
      name: `${layout} with ${name}${accumulate ? ', added' : ''}`,
      product,
      layout,
      accumulate,
    })),
  ),
)

describe.each(dtypes)('large products of %s have the bits of the reference', (dtype) => {
  const reference = createReferenceBackend(dtype)
  const ours = operands(reference)
  const backends = Object.entries(candidates).map(([name, create]) => {
    const backend = create(dtype)
    return { name, backend, theirs: operands(backend) }
  })

  it.each(calls)('$name', ({ product, layout, accumulate }) => {
    const expected = multiply(reference, ours, product(dtype), layout, accumulate)
    for (const { name, backend, theirs } of backends) {
      const actual = multiply(backend, theirs, product(dtype), layout, accumulate)
      expect(differenceInArray(`c of ${name}`, expected, actual)).toBeUndefined()
    }
  })
})
