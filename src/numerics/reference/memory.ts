import type { Dtype, Memory } from '../backend.ts'

/** Plain typed arrays; the collector ends their life, so they live at least as long as promised. */
export function plainMemory(dtype: Dtype): Memory {
  return {
    reals: (length) => (dtype === 'f32' ? new Float32Array(length) : new Float64Array(length)),
    doubles: (length) => new Float64Array(length),
    indices: (length) => new Int32Array(length),
    bytes: (length) => new Uint8Array(length),
  }
}
