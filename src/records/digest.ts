import { createHash } from 'node:crypto'
import type { Artifact } from './record.ts'
import { type NamedTensor, tensorBytes } from './tensor-bytes.ts'

/** sha256 of bytes (a string counts as its UTF-8), in lower-case hex. */
export function digestBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * sha256 over tensors in the order given. Each contributes one line of JSON, `[name, dtype,
 * shape]`, and then its little-endian bytes, so that different lists of tensors never give the same
 * bytes.
 *
 * Throws on a NaN, naming tensor and index: a diverged run has no digest.
 */
export function digestTensors(tensors: readonly NamedTensor[]): string {
  const hash = createHash('sha256')
  for (const tensor of tensors) {
    const bytes = tensorBytes(tensor)
    hash.update(`${JSON.stringify([tensor.name, tensor.dtype, tensor.shape])}\n`)
    hash.update(bytes)
  }
  return hash.digest('hex')
}

/** A tensor as a record lists it, with the bytes that go to the store under `artifact.sha256`. */
export function artifactOf(tensor: NamedTensor): { artifact: Artifact; bytes: Uint8Array } {
  const bytes = tensorBytes(tensor)
  const { name, dtype, shape } = tensor
  return { artifact: { name, dtype, shape: [...shape], sha256: digestBytes(bytes) }, bytes }
}
