import type { Run } from './linear/box.ts'
import type { Attachment, Engine } from './linear/engine.ts'
import { nativeAddon } from './native/addon.ts'
import { nativeEngine } from './native/engine.ts'
import { wasmEngine } from './wasm/engine.ts'

/** This thread's way to the kernels and the memory of another thread. */
export function attach(attachment: Attachment, box: number, workspace: number): Run {
  return engineOf(attachment).attach(box, workspace)
}

function engineOf({ name, dtype, memory, module }: Attachment): Engine {
  if (name === 'native') return nativeEngine(nativeAddon(), memory, dtype)
  if (!module) throw new Error('No wasm kernels to attach to')
  return wasmEngine(module, memory, dtype)
}
