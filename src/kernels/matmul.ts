import { pack } from './pack'
import { TILE_ROWS, tile } from './tile'
import { VECTOR, lanes } from './vectors'
import { scratch } from './workspace'

// C (+)= A B in tiles of 4 rows by 2 vectors, whose 8 sums stay in registers while k runs over packed
// panels. The work falls into pieces, one a block of rows and a column of tiles, which share nothing:
// several threads may take them in any order. A's rows are packed once a block, B's columns once a
// piece. A block of K continues from C, so that blocking changes no bit.

/** B's panel of this depth stays in the first cache. */
const BLOCK_K: usize = 512
/** Bytes of packed A: what the second cache holds beside the rest. */
const PANELS_BYTES: usize = 768 << 10

// The scratch holds a tile at the edge of C, one panel of B and the panels of A.
const PANEL_B: usize = TILE_ROWS * 2 * VECTOR
const PANELS_A: usize = PANEL_B + BLOCK_K * 2 * VECTOR

/** Which rows and which k of A lie packed in the scratch. */
let packedRows: usize = 0
let packedFrom: usize = 0

const NOTHING: usize = usize.MAX_VALUE

/**
 * Kernels.matmul: strides count elements, c is dense m x n. `tiles` is the address of the counter from
 * which the threads that make this call take their pieces, or 0 for a call that does them all.
 */
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
  tiles: usize,
): void {
  const tileColumns: usize = 2 * lanes<T>()
  const columns = (n + tileColumns - 1) / tileColumns
  const depth = deepestPanels<T>(k)
  const height = highestBlock<T>(m, depth)
  const pieces = columns * ((m + height - 1) / height)
  packedRows = NOTHING
  let next: usize = 0
  for (;;) {
    const piece: usize = tiles ? <usize>atomic.add<u32>(tiles, 1) : next++
    if (piece >= pieces) return
    const i = (piece / columns) * height
    const j = (piece % columns) * tileColumns
    const rows = min(height, m - i)
    const present = min(tileColumns, n - j)
    let from: usize = 0
    // At least once, so that an empty sum gives +0.
    do {
      const deep = min(depth, k - from)
      if (packedRows != i || packedFrom != from) {
        packRows<T>(a + (i * aRow + from * aColumn) * sizeof<T>(), aRow, aColumn, rows, deep)
        packedRows = i
        packedFrom = from
      }
      columnOfTiles<T>(
        c + (i * n + j) * sizeof<T>(),
        n,
        b + (from * bRow + j * bColumn) * sizeof<T>(),
        bRow,
        bColumn,
        accumulate || from > 0,
        rows,
        present,
        deep,
      )
      from += depth
    } while (from < k)
  }
}

/** How much of k is packed at once: all of it, unless not even one tile's rows of that depth have room. */
// @ts-ignore: decorator
@inline
function deepestPanels<T>(k: usize): usize {
  return max<usize>(1, min(k, PANELS_BYTES / (TILE_ROWS * sizeof<T>())))
}

/** Whole tiles, at least one, and blocks of about equal height. */
// @ts-ignore: decorator
@inline
function highestBlock<T>(m: usize, depth: usize): usize {
  const most = max(TILE_ROWS, (PANELS_BYTES / (depth * sizeof<T>())) & ~(TILE_ROWS - 1))
  const blocks = max<usize>(1, (m + most - 1) / most)
  return max(TILE_ROWS, ((m + blocks - 1) / blocks + TILE_ROWS - 1) & ~(TILE_ROWS - 1))
}

function packRows<T extends number>(
  a: usize,
  aRow: usize,
  aColumn: usize,
  height: usize,
  depth: usize,
): void {
  for (let i: usize = 0; i < height; i += TILE_ROWS) {
    const panel = scratch() + PANELS_A + i * depth * sizeof<T>()
    const present = min(TILE_ROWS, height - i)
    pack<T>(panel, a + i * aRow * sizeof<T>(), aRow, aColumn, TILE_ROWS, present, depth)
  }
}

/** The tiles of one piece, from the packed rows. Tiles at the edge of C are computed whole, beside C. */
function columnOfTiles<T extends number>(
  c: usize,
  n: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  accumulate: bool,
  height: usize,
  columns: usize,
  depth: usize,
): void {
  const edge = scratch()
  const panelB = edge + PANEL_B
  const row = n * sizeof<T>()
  let k: usize = 0
  do {
    const deep = min(BLOCK_K, depth - k)
    const goesOn = accumulate || k > 0
    pack<T>(panelB, b + k * bRow * sizeof<T>(), bColumn, bRow, 2 * lanes<T>(), columns, deep)
    let panel = edge + PANELS_A + k * TILE_ROWS * sizeof<T>()
    let at = c
    for (let i: usize = 0; i < height; i += TILE_ROWS) {
      const rows = min(TILE_ROWS, height - i)
      if (rows == TILE_ROWS && columns == 2 * lanes<T>()) {
        tile<T>(at, row, panel, panelB, deep, goesOn)
      } else {
        if (goesOn) copyTile<T>(edge, 2 * VECTOR, at, row, rows, columns)
        tile<T>(edge, 2 * VECTOR, panel, panelB, deep, goesOn)
        copyTile<T>(at, row, edge, 2 * VECTOR, rows, columns)
      }
      panel += TILE_ROWS * depth * sizeof<T>()
      at += TILE_ROWS * row
    }
    k += BLOCK_K
  } while (k < depth)
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
