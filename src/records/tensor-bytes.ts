import type { Artifact } from './record.ts'

export type TensorData = Float32Array | Float64Array | Int32Array | Uint8Array

/** A tensor to digest or store: row-major values with a name. */
export interface NamedTensor {
  readonly name: string
  readonly dtype: Artifact['dtype']
  readonly shape: readonly number[]
  readonly data: TensorData
}

const arrays = { f32: Float32Array, f64: Float64Array, i32: Int32Array, u8: Uint8Array }
const hostIsLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/**
 * The tensor's values as little-endian bytes: a view on a little-endian host, else a swapped copy.
 *
 * Throws when the data is not of the tensor's dtype or does not fill its shape, and on a NaN, whose
 * bits are not defined; the message names the tensor and the index.
 */
export function tensorBytes(tensor: NamedTensor): Uint8Array {
  const { name, dtype, shape, data } = tensor
  if (!(data instanceof arrays[dtype])) {
    throw new Error(`Tensor ${name} says ${dtype} but holds a ${data.constructor.name}`)
  }
  const size = shape.reduce((product, extent) => product * extent, 1)
  if (data.length !== size) {
    throw new Error(`Tensor ${name} of shape [${shape.join(', ')}] holds ${data.length} values`)
  }
  if (dtype === 'f32' || dtype === 'f64') refuseNaN(name, data)
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return hostIsLittle ? bytes : swapped(bytes, data.BYTES_PER_ELEMENT)
}

/** The tensor in an artifact's stored bytes. The values are a new copy. */
export function tensorFromBytes(artifact: Artifact, bytes: Uint8Array): NamedTensor {
  const { name, dtype, shape } = artifact
  const width = arrays[dtype].BYTES_PER_ELEMENT
  const size = shape.reduce((product, extent) => product * extent, 1)
  if (bytes.length !== size * width) {
    throw new Error(`Artifact ${name} of shape [${shape.join(', ')}] has ${bytes.length} bytes`)
  }
  const copy = hostIsLittle ? new Uint8Array(bytes) : swapped(bytes, width)
  return { name, dtype, shape, data: new arrays[dtype](copy.buffer) }
}

/** A copy with the bytes of every `width`-byte element in the opposite order. */
export function swapped(bytes: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes.length)
  for (let start = 0; start < bytes.length; start += width) {
    for (let i = 0; i < width; i++) out[start + i] = bytes[start + width - 1 - i]
  }
  return out
}

function refuseNaN(name: string, data: TensorData): void {
  for (let i = 0; i < data.length; i++) {
    if (Number.isNaN(data[i])) throw new Error(`Tensor ${name} is NaN at index ${i}`)
  }
}
