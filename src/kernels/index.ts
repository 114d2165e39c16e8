import { ALEA_STATE } from './fills'
import { SCRATCH_BYTES } from './scratch'

export * from './f32'
export * from './f64'

/** Where memory is free for arrays: behind the kernels' own tables and scratch. */
export function arenaStart(): usize {
  return __heap_base
}

/** Where fillUniform finds and leaves the stream's state: s0, s1, s2, c as float64. */
export function aleaState(): usize {
  return ALEA_STATE
}

/** What the deformation kernels can hold of one line or image, in bytes. */
export function scratchBytes(): usize {
  return SCRATCH_BYTES
}
