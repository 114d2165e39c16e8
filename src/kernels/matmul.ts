import { pack } from './pack'
import { SCRATCH } from './scratch'
import { TILE_ROWS, tile } from './tile'
import { VECTOR, lanes } from './vectors'

// C (+)= A B in tiles of 4 rows by 2 vectors, whose 8 sums stay in registers while k runs over packed
// panels. A block of K continues from C, so that blocking changes no bit.

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
