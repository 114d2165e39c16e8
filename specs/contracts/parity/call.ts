import type fc from 'fast-check'
import type { Kernels, Real } from '../../../src/numerics/backend.ts'

/** One array of a call: random numbers of the dtype, or given integers, or room for float64. */
export type Operand =
  | { readonly kind: 'reals'; readonly length: number }
  | { readonly kind: 'doubles'; readonly length: number }
  | { readonly kind: 'indices'; readonly values: readonly number[] }
  | { readonly kind: 'bytes'; readonly values: readonly number[] }
  | { readonly kind: 'alias'; readonly of: string }

export type OperandArray = Real | Int32Array | Uint8Array

/**
 * One call of a kernel, to be made on two backends with the same contents. All operands are compared
 * afterwards, inputs too: a kernel changes nothing but its outputs.
 */
export interface Call {
  readonly sizes: string
  readonly operands: Readonly<Record<string, Operand>>
  /** Numbers that are returned instead of written to an array are compared as well. */
  run(kernels: Kernels, arrays: Readonly<Record<string, OperandArray>>): readonly number[]
}

/** Random calls of one kernel. */
export type ParityCase = fc.Arbitrary<Call>

export const reals = (length: number) => ({ kind: 'reals', length }) as const
export const doubles = (length: number) => ({ kind: 'doubles', length }) as const
export const indices = (values: readonly number[]) => ({ kind: 'indices', values }) as const
export const bytes = (values: readonly number[]) => ({ kind: 'bytes', values }) as const
/** The same array as another operand: kernels that allow it work in place. */
export const alias = (of: string) => ({ kind: 'alias', of }) as const

type ArraysOf<O> = {
  readonly [Name in keyof O]: O[Name] extends { readonly kind: 'indices' }
    ? Int32Array
    : O[Name] extends { readonly kind: 'bytes' }
      ? Uint8Array
      : O[Name] extends { readonly kind: 'doubles' }
        ? Float64Array
        : Real
}

/** A call whose arrays have the types of its operands. */
export function call<const O extends Readonly<Record<string, Operand>>>(
  sizes: Readonly<Record<string, unknown>>,
  operands: O,
  // biome-ignore lint/suspicious/noConfusingVoidType: most kernels return nothing
  run: (kernels: Kernels, arrays: ArraysOf<O>) => readonly number[] | void,
): Call {
  return {
    sizes: JSON.stringify(sizes),
    operands,
    run: (kernels, arrays) => run(kernels, arrays as unknown as ArraysOf<O>) ?? [],
  }
}
