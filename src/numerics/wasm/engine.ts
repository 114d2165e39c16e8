/// <reference path="../linear/web-assembly.d.ts" />
import type { Dtype } from '../backend.ts'
import type { Engine } from '../linear/engine.ts'

/** What src/kernels/index.ts exports. */
interface KernelExports {
  callF32(operation: number, box: number): void
  callF64(operation: number, box: number): void
  arenaStart(): number
  workspaceBytes(): number
  scratchBytes(): number
  setWorkspace(at: number): void
}

/** The compiled kernels over a memory of their kind, shared or not. Needs no file and no Node. */
export function wasmEngine(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  dtype: Dtype,
): Engine {
  const instance = new WebAssembly.Instance(module, { env: { memory } })
  const kernels = instance.exports as unknown as KernelExports
  return {
    name: 'wasm',
    memory,
    arenaStart: kernels.arenaStart(),
    workspaceBytes: kernels.workspaceBytes(),
    scratchBytes: kernels.scratchBytes(),
    attach(box, workspace) {
      kernels.setWorkspace(workspace)
      return dtype === 'f32'
        ? (operation) => kernels.callF32(operation, box)
        : (operation) => kernels.callF64(operation, box)
    },
  }
}
