import type { Dtype } from './backend.ts'

/**
 * r(x) of the contract: the nearest number of the dtype, ties to even. Every intermediate value is
 * computed in float64 from operands of the dtype and rounded at once; for + - * / and sqrt of float32
 * operands that gives the same bits as a native float32 operation, because float64 carries more than
 * twice its digits and two bits more.
 */
export type Rounding = (x: number) => number

/** r of float64: nothing is left to round. */
export const keep: Rounding = (x) => x

export const roundings: Readonly<Record<Dtype, Rounding>> = { f32: Math.fround, f64: keep }
