import { blockRows, halveBytes, type Rows } from './rows.ts'

const magic = '\x93NUMPY'

/** A npy file with rows one after another (not in Fortran's order). Null when it is none. */
export function npyRows(bytes: Uint8Array): Rows | null {
  if (Buffer.from(bytes.subarray(0, 6)).toString('latin1') !== magic) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const isFirst = bytes[6] === 1
  const start = isFirst ? 10 : 12
  if (bytes.length < start) return null
  const header = start + (isFirst ? view.getUint16(8, true) : view.getUint32(8, true))
  const words = Buffer.from(bytes.subarray(start, header)).toString('latin1')
  // The header is the text of a Python dictionary that numpy writes in one form alone.
  const type = /'descr': '([<|=>])([a-z])(\d+)'/.exec(words)
  const shape = /'shape': \((\d+)[,)]/.exec(words)
  const count = Number(shape?.[1] ?? 0)
  if (!type || count === 0 || /'fortran_order': True/.test(words)) return null
  if ((bytes.length - header) % count !== 0 || bytes.length === header) return null
  return blockRows(bytes, { header, count, halve: halving(type[1], type[2], Number(type[3])) })
}

function halving(order: string, kind: string, width: number) {
  if (kind === 'u' && width === 1) return halveBytes
  if (kind !== 'f' || order === '>' || (width !== 4 && width !== 8)) return null
  return (payload: Uint8Array) => {
    const view = new DataView(payload.buffer, payload.byteOffset, payload.length)
    for (let at = 0; at + width <= payload.length; at += width)
      if (width === 4) view.setFloat32(at, view.getFloat32(at, true) / 2, true)
      else view.setFloat64(at, view.getFloat64(at, true) / 2, true)
  }
}
