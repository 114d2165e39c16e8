// The build writes call.ts from the table of kernels (src/numerics/table): one case for each number.
import { call } from './call'
import { SCRATCH_BYTES, WORKSPACE_BYTES, useWorkspace } from './workspace'

/** Runs a kernel for float32 on the operands in the box. */
export function callF32(operation: i32, box: usize): void {
  call<f32>(operation, box)
}

/** Runs a kernel for float64 on the operands in the box. */
export function callF64(operation: i32, box: usize): void {
  call<f64>(operation, box)
}

/** Where memory is free: behind the kernels' tables of constants. */
export function arenaStart(): usize {
  return __heap_base
}

/** Bytes of the workspace that an instance has to be given before its first call. */
export function workspaceBytes(): usize {
  return WORKSPACE_BYTES
}

/** How much of it one line or image of a deformation may take. */
export function scratchBytes(): usize {
  return SCRATCH_BYTES
}

/** Instances over one memory share its tables and need a workspace each. */
export function setWorkspace(at: usize): void {
  useWorkspace(at)
}
