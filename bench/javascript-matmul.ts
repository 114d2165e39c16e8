const tileColumns = 4

/**
 * A peer: C = A B in plain JavaScript written for speed, in tiles of 2 x 4 kept in registers, with
 * four columns of B packed side by side. It rounds where the definition rounds (`fround` also lets
 * V8 work in float32), so it gives the same bits and is checked like a kernel. A is read by
 * strides, B is k x n and C is m x n, dense; `panel` holds 4 k numbers.
 */
export function javascriptMatmul(
  c: Float32Array,
  a: Float32Array,
  b: Float32Array,
  panel: Float32Array,
  aRow: number,
  aColumn: number,
  m: number,
  n: number,
  k: number,
): void {
  for (let j = 0; j < n; j += tileColumns) {
    const columns = Math.min(tileColumns, n - j)
    packPanel(panel, b, j, columns, n, k)
    for (let i = 0; i < m; i += 2) {
      tile(c, a, panel, i, Math.min(i + 1, m - 1), j, columns, aRow, aColumn, n, k)
    }
  }
}

function packPanel(
  panel: Float32Array,
  b: Float32Array,
  j: number,
  columns: number,
  n: number,
  k: number,
): void {
  for (let step = 0; step < k; step++)
    for (let t = 0; t < tileColumns; t++)
      panel[step * tileColumns + t] = t < columns ? b[step * n + j + t] : 0
}

/** Rows i and `second` (the same row again where m is odd), columns j to j + 3. */
function tile(
  c: Float32Array,
  a: Float32Array,
  panel: Float32Array,
  i: number,
  second: number,
  j: number,
  columns: number,
  aRow: number,
  aColumn: number,
  n: number,
  k: number,
): void {
  const round = Math.fround
  let p0 = 0
  let p1 = 0
  let p2 = 0
  let p3 = 0
  let q0 = 0
  let q1 = 0
  let q2 = 0
  let q3 = 0
  let x = i * aRow
  let y = second * aRow
  const end = k * tileColumns
  for (let at = 0; at < end; at += tileColumns) {
    const p = a[x]
    const q = a[y]
    p0 = round(p0 + round(p * panel[at]))
    p1 = round(p1 + round(p * panel[at + 1]))
    p2 = round(p2 + round(p * panel[at + 2]))
    p3 = round(p3 + round(p * panel[at + 3]))
    q0 = round(q0 + round(q * panel[at]))
    q1 = round(q1 + round(q * panel[at + 1]))
    q2 = round(q2 + round(q * panel[at + 2]))
    q3 = round(q3 + round(q * panel[at + 3]))
    x += aColumn
    y += aColumn
  }
  store(c, i * n + j, columns, p0, p1, p2, p3)
  store(c, second * n + j, columns, q0, q1, q2, q3)
}

function store(
  c: Float32Array,
  at: number,
  columns: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
): void {
  c[at] = c0
  if (columns > 1) c[at + 1] = c1
  if (columns > 2) c[at + 2] = c2
  if (columns > 3) c[at + 3] = c3
}
