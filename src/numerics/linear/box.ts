// A call of compiled kernels is a number and a box of float64 in their memory, which holds the operands
// in their order: addresses of arrays, sizes, scalars.

/** Operands that a call may have. */
export const mostOperands = 11

/** Behind them, the address of the counter from which threads take tiles, or 0. */
export const counterPlace = mostOperands

export const boxLength = mostOperands + 1

/** Runs kernel number `kernel` (its place in the table) on the operands in this thread's box. */
export type Run = (kernel: number) => void
