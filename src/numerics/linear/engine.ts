import type { Dtype } from '../backend.ts'
import type { Run } from './box.ts'

/** Compiled kernels over one memory; each thread that runs them attaches by itself. */
export interface Engine {
  readonly name: 'wasm' | 'native'
  readonly memory: WebAssembly.Memory
  /** The first byte of the memory that the kernels' own tables leave free. */
  readonly arenaStart: number
  /** Bytes of the memory that a thread's instance works in. */
  readonly workspaceBytes: number
  /** Bytes that one line or image of a deformation may take; null where there is no bound. */
  readonly scratchBytes: number | null
  /** This thread's way in, with its box and its workspace at these addresses. */
  attach(box: number, workspace: number): Run
}

/** What another thread needs to attach to the same kernels and memory. */
export interface Attachment {
  readonly name: Engine['name']
  readonly dtype: Dtype
  readonly memory: WebAssembly.Memory
  /** For wasm: the compiled kernels. */
  readonly module?: WebAssembly.Module
}
