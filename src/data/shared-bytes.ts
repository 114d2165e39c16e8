/**
 * Zeros that worker threads read without a copy; where there is no shared memory, as in a page that is
 * not isolated from others, zeros of one's own.
 */
export function sharedBytes(length: number): Uint8Array {
  if (typeof SharedArrayBuffer === 'undefined') return new Uint8Array(length)
  return new Uint8Array(new SharedArrayBuffer(length))
}
