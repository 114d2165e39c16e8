/**
 * Zeros in shared memory, so that worker threads read them without a copy. Zeros in ordinary memory
 * where shared memory does not exist, as in a page that is not cross-origin isolated.
 */
export function sharedBytes(length: number): Uint8Array {
  if (typeof SharedArrayBuffer === 'undefined') return new Uint8Array(length)
  return new Uint8Array(new SharedArrayBuffer(length))
}
