import { exitCodes, UserError } from '../../user-error.ts'
import type { Dtype, Memory } from '../backend.ts'

const alignment = 64
const mebibyte = 1048576

/**
 * Arrays handed out one after the other from `start` to the end of the buffer, never given back; what
 * has not been touched is zero and takes no physical memory.
 */
export function createArena(buffer: ArrayBufferLike, start: number, dtype: Dtype): Memory {
  let next = Math.ceil(start / alignment) * alignment

  function take(bytes: number): number {
    const offset = next
    if (offset + bytes > buffer.byteLength) {
      throw new UserError(
        `The backend's memory of ${buffer.byteLength / mebibyte} MiB is full: ${bytes} bytes more ` +
          `are needed and ${buffer.byteLength - offset} are left. Use a smaller batch or network, ` +
          'or create the backend with more mebibytes.',
        exitCodes.couldNotRun,
      )
    }
    next = Math.ceil((offset + bytes) / alignment) * alignment
    return offset
  }

  return {
    reals:
      dtype === 'f32'
        ? (length) => new Float32Array(buffer, take(length * 4), length)
        : (length) => new Float64Array(buffer, take(length * 8), length),
    doubles: (length) => new Float64Array(buffer, take(length * 8), length),
    indices: (length) => new Int32Array(buffer, take(length * 4), length),
    bytes: (length) => new Uint8Array(buffer, take(length), length),
  }
}
