import { exitCodes, UserError } from '../user-error.ts'

export type IdxKind = 'images' | 'labels'

/** The payload of an idx file of unsigned bytes; labels are 1 x 1. */
export interface IdxContent {
  readonly count: number
  readonly rows: number
  readonly columns: number
  /** count * rows * columns bytes: a view of the file's bytes, not a copy. */
  readonly payload: Uint8Array
}

/** Two zero bytes, 08 for unsigned bytes, the number of dimensions. */
const magics = { images: 0x0803, labels: 0x0801 } as const

/**
 * Reads an idx file (LeCun's format for MNIST): magic, one big-endian 32-bit size a dimension,
 * bytes. Errors call the file `name`. Throws a UserError (exit code 3) on a wrong magic, dimensions
 * that are 0 or impossible, and missing or surplus bytes.
 */
export function parseIdx(bytes: Uint8Array, kind: IdxKind, name: string): IdxContent {
  const dimensions = kind === 'images' ? 3 : 1
  const headerBytes = 4 + 4 * dimensions
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length >= 4 && header.getUint32(0) !== magics[kind])
    fail(
      name,
      `begins with ${hex(header.getUint32(0))} where idx ${kind} begin with ${hex(magics[kind])}`,
    )
  if (bytes.length < headerBytes)
    fail(name, `ends inside its idx header: ${bytes.length} of ${headerBytes} bytes`)

  const count = header.getUint32(4)
  const rows = kind === 'images' ? header.getUint32(8) : 1
  const columns = kind === 'images' ? header.getUint32(12) : 1
  if (count === 0 || rows === 0 || columns === 0 || rows > 4096 || columns > 4096)
    fail(name, `declares ${count} ${kind} of ${rows} x ${columns}, which no data set has`)

  const expected = count * rows * columns
  const found = bytes.length - headerBytes
  if (found < expected) fail(name, `is truncated: ${found} of ${expected} bytes after the header`)
  if (found > expected) fail(name, `has ${found - expected} bytes too many after its last item`)
  return { count, rows, columns, payload: bytes.subarray(headerBytes) }
}

function hex(magic: number): string {
  return `0x${magic.toString(16).padStart(8, '0')}`
}

function fail(name: string, what: string): never {
  throw new UserError(`${name} ${what}`, exitCodes.couldNotRun)
}
