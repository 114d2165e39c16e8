/**
 * One working area that kernels share, because none calls another while it holds it: the packed panels
 * of matmul, the padded rows and images of the deformation.
 */
export const SCRATCH_BYTES: usize = 3 << 20
export const SCRATCH: usize = memory.data(3 << 20, 64)
