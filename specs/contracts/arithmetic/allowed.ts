export interface Exception {
  readonly uses: readonly string[]
  readonly because: string
}

/** Files off the path of a result that use more than that. */
export const exceptions: Readonly<Record<string, Exception>> = {
  'src/numerics/ulp/measured-functions.ts': {
    uses: ['Math.exp', 'Math.tanh', 'Math.log', 'Math.sin', 'Math.cos'],
    because: 'the oracle that our own functions are measured against',
  },
  'src/data/locate.ts': {
    uses: ['node:os'],
    because: 'the home folder, below which datasets are looked for',
  },
  'src/data/folder-lock.ts': {
    uses: ['node:timers/promises'],
    because: 'waits for another process to finish its download',
  },
}

/** The vector instructions that a kernel may use: each is exact or rounds once, on every processor. */
export const allowedVector = [
  ...['load', 'load_splat', 'load_zero', 'load_lane', 'store', 'store_lane', 'splat', 'const'],
  ...['shuffle', 'swizzle', 'extract_lane', 'replace_lane'],
  ...['add', 'sub', 'mul', 'div', 'sqrt', 'abs', 'neg', 'pmin', 'pmax'],
  ...['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'and', 'or', 'xor', 'not', 'andnot', 'bitselect'],
  ...['shl', 'shr_s', 'shr_u', 'promote_low_f32x4', 'demote_zero_f64x2_zero'],
]

/** AssemblyScript's namespaces of vector instructions. */
export const vectorNamespaces = ['v128', 'f32x4', 'f64x2', 'i8x16', 'i16x8', 'i32x4', 'i64x2']
