import type { Attachment } from './linear/engine.ts'
import type { Run } from './linear/operations.ts'
import { wasmEngine } from './wasm/engine.ts'

/** This thread's way to kernels that another thread has made a memory for. */
export function attach(
  { name, dtype, memory, module }: Attachment,
  box: number,
  workspace: number,
): Run {
  if (name !== 'wasm' || !module) throw new Error(`No ${name} kernels to attach to`)
  return wasmEngine(module, memory, dtype).attach(box, workspace)
}
