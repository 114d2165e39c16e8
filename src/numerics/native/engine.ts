import type { Dtype } from '../backend.ts'
import type { Engine } from '../linear/engine.ts'
import type { Addon } from './addon.ts'

/**
 * The kernels in C over a memory, with the quickest instructions unless others are named. They keep
 * their scratch themselves, one a thread.
 */
export function nativeEngine(
  addon: Addon,
  memory: WebAssembly.Memory,
  dtype: Dtype,
  instructionSet: string = addon.instructionSets[0],
): Engine {
  const set = addon.instructionSets.indexOf(instructionSet)
  const bytes = new Uint8Array(memory.buffer)
  return {
    name: 'native',
    memory,
    arenaStart: 0,
    workspaceBytes: 0,
    scratchBytes: null,
    attach: (box) => addon.attach(bytes, box, dtype === 'f32', set),
  }
}
