import { pack } from './pack'
import { SCRATCH } from './scratch'
import { VECTOR, lanes } from './vectors'

// C (+)= A B in tiles of 4 rows by 2 vectors, whose 8 sums stay in registers while k runs over packed
// panels. A block of K continues from C, so that blocking changes no bit.

const TILE_ROWS: usize = 4
const BLOCK_K: usize = 512
const BLOCK_M: usize = 512

const EDGE_TILE: usize = SCRATCH
const PANEL_B: usize = EDGE_TILE + TILE_ROWS * 2 * VECTOR
const PANELS_A: usize = PANEL_B + BLOCK_K * 2 * VECTOR

/** Kernels.matmul: strides count elements, c is dense m x n. */
export function matmul<T extends number>(
  c: usize,
  a: usize,
  b: usize,
  accumulate: bool,
  aRow: usize,
  aColumn: usize,
  bRow: usize,
  bColumn: usize,
  m: usize,
  n: usize,
  k: usize,
): void {
  const tileColumns: usize = 2 * lanes<T>()
  let k0: usize = 0
  // At least once, so that an empty sum gives +0.
  do {
    const depth = min(BLOCK_K, k - k0)
    const goesOn = accumulate || k0 > 0
    for (let m0: usize = 0; m0 < m; m0 += BLOCK_M) {
      const height = min(BLOCK_M, m - m0)
      packRows<T>(a + (m0 * aRow + k0 * aColumn) * sizeof<T>(), aRow, aColumn, height, depth)
      for (let j: usize = 0; j < n; j += tileColumns) {
        const columns: usize = min(tileColumns, n - j)
        const from = b + (k0 * bRow + j * bColumn) * sizeof<T>()
        pack<T>(PANEL_B, from, bColumn, bRow, tileColumns, columns, depth)
        columnOfTiles<T>(c + (m0 * n + j) * sizeof<T>(), n, goesOn, height, columns, depth)
      }
    }
    k0 += BLOCK_K
  } while (k0 < k)
}

function packRows<T extends number>(
  a: usize,
  aRow: usize,
  aColumn: usize,
  height: usize,
  depth: usize,
): void {
  for (let i: usize = 0; i < height; i += TILE_ROWS) {
    const panel = PANELS_A + i * depth * sizeof<T>()
    const present = min(TILE_ROWS, height - i)
    pack<T>(panel, a + i * aRow * sizeof<T>(), aRow, aColumn, TILE_ROWS, present, depth)
  }
}

/** All tiles under one panel of B. Tiles at the edge of C are computed whole, beside C. */
// @ts-ignore: decorator
@inline
function columnOfTiles<T extends number>(
  c: usize,
  n: usize,
  goesOn: bool,
  height: usize,
  columns: usize,
  depth: usize,
): void {
  const row = n * sizeof<T>()
  let panel = PANELS_A
  for (let i: usize = 0; i < height; i += TILE_ROWS) {
    const rows = min(TILE_ROWS, height - i)
    if (rows == TILE_ROWS && columns == 2 * lanes<T>()) {
      tile<T>(c, row, panel, PANEL_B, depth, goesOn)
    } else {
      if (goesOn) copyTile<T>(EDGE_TILE, 2 * VECTOR, c, row, rows, columns)
      tile<T>(EDGE_TILE, 2 * VECTOR, panel, PANEL_B, depth, goesOn)
      copyTile<T>(c, row, EDGE_TILE, 2 * VECTOR, rows, columns)
    }
    panel += TILE_ROWS * depth * sizeof<T>()
    c += TILE_ROWS * row
  }
}

function copyTile<T extends number>(
  to: usize,
  toRow: usize,
  from: usize,
  fromRow: usize,
  rows: usize,
  columns: usize,
): void {
  for (let i: usize = 0; i < rows; i++, to += toRow, from += fromRow) {
    for (let byte: usize = 0; byte < columns * sizeof<T>(); byte += sizeof<T>()) {
      store<T>(to + byte, load<T>(from + byte))
    }
  }
}

// @ts-ignore: decorator
@inline
function fold<T extends number>(sum: v128, a: v128, b: v128): v128 {
  return v128.add<T>(sum, v128.mul<T>(a, b))
}

/**
 * One tile: rows of c `row` bytes apart, a panel of 4 rows, a panel of 2 vectors. Four steps of k are
 * written out; the exits between them keep V8 from lifting all loads to the top of the loop, which
 * would spill the sums to the stack (28 instead of 46 GFLOP/s).
 */
function tile<T extends number>(
  c: usize,
  row: usize,
  a: usize,
  b: usize,
  depth: usize,
  goesOn: bool,
): void {
  let c00 = v128.splat<T>(<T>0)
  let c01 = c00
  let c10 = c00
  let c11 = c00
  let c20 = c00
  let c21 = c00
  let c30 = c00
  let c31 = c00
  const c1 = c + row
  const c2 = c1 + row
  const c3 = c2 + row
  if (goesOn) {
    c00 = v128.load(c)
    c01 = v128.load(c, VECTOR)
    c10 = v128.load(c1)
    c11 = v128.load(c1, VECTOR)
    c20 = v128.load(c2)
    c21 = v128.load(c2, VECTOR)
    c30 = v128.load(c3)
    c31 = v128.load(c3, VECTOR)
  }
  while (depth) {
    let b0 = v128.load(b)
    let b1 = v128.load(b, VECTOR)
    let x = v128.load_splat<T>(a)
    c00 = fold<T>(c00, x, b0)
    c01 = fold<T>(c01, x, b1)
    x = v128.load_splat<T>(a, sizeof<T>())
    c10 = fold<T>(c10, x, b0)
    c11 = fold<T>(c11, x, b1)
    x = v128.load_splat<T>(a, 2 * sizeof<T>())
    c20 = fold<T>(c20, x, b0)
    c21 = fold<T>(c21, x, b1)
    x = v128.load_splat<T>(a, 3 * sizeof<T>())
    c30 = fold<T>(c30, x, b0)
    c31 = fold<T>(c31, x, b1)
    if (depth == 1) break

    b0 = v128.load(b, 2 * VECTOR)
    b1 = v128.load(b, 3 * VECTOR)
    x = v128.load_splat<T>(a, 4 * sizeof<T>())
    c00 = fold<T>(c00, x, b0)
    c01 = fold<T>(c01, x, b1)
    x = v128.load_splat<T>(a, 5 * sizeof<T>())
    c10 = fold<T>(c10, x, b0)
    c11 = fold<T>(c11, x, b1)
    x = v128.load_splat<T>(a, 6 * sizeof<T>())
    c20 = fold<T>(c20, x, b0)
    c21 = fold<T>(c21, x, b1)
    x = v128.load_splat<T>(a, 7 * sizeof<T>())
    c30 = fold<T>(c30, x, b0)
    c31 = fold<T>(c31, x, b1)
    if (depth == 2) break

    b0 = v128.load(b, 4 * VECTOR)
    b1 = v128.load(b, 5 * VECTOR)
    x = v128.load_splat<T>(a, 8 * sizeof<T>())
    c00 = fold<T>(c00, x, b0)
    c01 = fold<T>(c01, x, b1)
    x = v128.load_splat<T>(a, 9 * sizeof<T>())
    c10 = fold<T>(c10, x, b0)
    c11 = fold<T>(c11, x, b1)
    x = v128.load_splat<T>(a, 10 * sizeof<T>())
    c20 = fold<T>(c20, x, b0)
    c21 = fold<T>(c21, x, b1)
    x = v128.load_splat<T>(a, 11 * sizeof<T>())
    c30 = fold<T>(c30, x, b0)
    c31 = fold<T>(c31, x, b1)
    if (depth == 3) break

    b0 = v128.load(b, 6 * VECTOR)
    b1 = v128.load(b, 7 * VECTOR)
    x = v128.load_splat<T>(a, 12 * sizeof<T>())
    c00 = fold<T>(c00, x, b0)
    c01 = fold<T>(c01, x, b1)
    x = v128.load_splat<T>(a, 13 * sizeof<T>())
    c10 = fold<T>(c10, x, b0)
    c11 = fold<T>(c11, x, b1)
    x = v128.load_splat<T>(a, 14 * sizeof<T>())
    c20 = fold<T>(c20, x, b0)
    c21 = fold<T>(c21, x, b1)
    x = v128.load_splat<T>(a, 15 * sizeof<T>())
    c30 = fold<T>(c30, x, b0)
    c31 = fold<T>(c31, x, b1)

    a += 16 * sizeof<T>()
    b += 8 * VECTOR
    depth -= 4
  }
  v128.store(c, c00)
  v128.store(c, c01, VECTOR)
  v128.store(c1, c10)
  v128.store(c1, c11, VECTOR)
  v128.store(c2, c20)
  v128.store(c2, c21, VECTOR)
  v128.store(c3, c30)
  v128.store(c3, c31, VECTOR)
}
