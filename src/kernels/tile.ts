import { VECTOR } from './vectors'

export const TILE_ROWS: usize = 4

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
export function tile<T extends number>(
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
