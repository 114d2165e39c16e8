/** A file of data as rows, one an example, whatever its form. */
export interface Rows {
  readonly count: number
  /** What stands in a row, in a form in which equal rows are equal. */
  key(row: number): string
  /** The same file, each row taken from another one of it: row i from `source[i]`. */
  rearranged(source: ArrayLike<number>): Uint8Array
  /** The same file with every number halved; null where the form of its numbers is not known. */
  halved(): Uint8Array | null
}

/** Rows of equal length behind a header. */
export function blockRows(bytes: Uint8Array, { header, count, halve }: BlockForm): Rows {
  const length = (bytes.length - header) / count
  const start = (row: number) => header + row * length
  return {
    count,
    key: (row) => Buffer.from(bytes.subarray(start(row), start(row) + length)).toString('hex'),
    rearranged(source) {
      const out = new Uint8Array(bytes)
      for (let row = 0; row < count; row++) {
        const from = start(source[row])
        out.set(bytes.subarray(from, from + length), start(row))
      }
      return out
    },
    halved() {
      if (!halve) return null
      const out = new Uint8Array(bytes)
      halve(out.subarray(header))
      return out
    },
  }
}

interface BlockForm {
  readonly header: number
  readonly count: number
  /** Halves the numbers of a payload in place. */
  readonly halve: ((payload: Uint8Array) => void) | null
}

/** Halves numbers that are bytes. */
export function halveBytes(payload: Uint8Array): void {
  for (let i = 0; i < payload.length; i++) payload[i] >>= 1
}
