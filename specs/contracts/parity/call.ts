import type fc from 'fast-check'
import type { Kernels, Real } from '../../../src/numerics/backend.ts'
import type { ArrayKind } from '../../../src/numerics/table/operands.ts'

/** One array of a call: with given elements or, without, random ones; or the same as another operand. */
export type Operand =
  | { readonly kind: ArrayKind; readonly length: number; readonly values?: readonly number[] }
  | { readonly kind: 'alias'; readonly of: string }

export type OperandArray = Real | Int32Array | Uint8Array

/**
 * One call of a kernel, to be made on two backends with the same contents. All operands are compared
 * afterwards, inputs too: a kernel changes nothing but its outputs.
 */
export interface Call {
  /** What is not an array, in words. */
  readonly sizes: string
  readonly operands: Readonly<Record<string, Operand>>
  /** Numbers that are returned instead of written to an array are compared as well. */
  run(kernels: Kernels, arrays: Readonly<Record<string, OperandArray>>): readonly number[]
}

/** Random calls of one kernel. */
export type ParityCase = fc.Arbitrary<Call>
