import { blockRows, halveBytes, type Rows } from './rows.ts'

/** Bytes of one number, by the third byte of an idx file. */
const widths: Readonly<Record<number, number>> = { 8: 1, 9: 1, 11: 2, 12: 4, 13: 4, 14: 8 }

/**
 * An idx file (LeCun's format for MNIST) of any type and shape: two zero bytes, the type, the number
 * of dimensions, one big-endian 32-bit size a dimension, the numbers. Null when it is none.
 */
export function idxRows(bytes: Uint8Array): Rows | null {
  if (bytes.length < 8 || bytes[0] !== 0 || bytes[1] !== 0) return null
  const [width, dimensions] = [widths[bytes[2]], bytes[3]]
  const header = 4 + 4 * dimensions
  if (width === undefined || dimensions === 0 || bytes.length < header) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i))
  const numbers = sizes.reduce((product, size) => product * size, 1)
  if (numbers === 0 || bytes.length !== header + numbers * width) return null
  return blockRows(bytes, { header, count: sizes[0], halve: bytes[2] === 8 ? halveBytes : null })
}
