/** Bytes before the scratch where partial vectors are staged (vectors.ts). */
const STAGE_BYTES: usize = 128
export const SCRATCH_BYTES: usize = (2 << 20) - STAGE_BYTES

export const WORKSPACE_BYTES: usize = STAGE_BYTES + SCRATCH_BYTES

// Each instance has its own, so that several threads can run kernels over one memory.
let workspace: usize = 0

export function useWorkspace(at: usize): void {
  workspace = at
}

// @ts-ignore: decorator
@inline
export function stageArea(): usize {
  return workspace
}

/**
 * One working area that kernels share, because none calls another while it holds it: the packed panels
 * of matmul, the padded rows and images of the deformation.
 */
// @ts-ignore: decorator
@inline
export function scratch(): usize {
  return workspace + STAGE_BYTES
}
