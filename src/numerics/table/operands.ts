import type { Real } from '../dtype.ts'
import type { StreamState } from '../stream.ts'
import type { Extent, Shape } from './shape.ts'

/** Array types by kind: `reals` are of the backend's dtype, `doubles` are float64 in either. */
export interface Arrays {
  readonly reals: Real
  readonly doubles: Float64Array
  readonly indices: Int32Array
  readonly bytes: Uint8Array
}

export type ArrayKind = keyof Arrays

/** What a caller promises of an array's elements; kernels do not check it. */
export type Contents =
  /** Each is 0 or 1, and one at least is 1. */
  | 'mask'
  /** Each is the index of a 1 in that mask. */
  | { readonly indexIn: string }
  /** None is excluded; calls usually have these, one after the other and over again. */
  | { readonly usually: readonly number[] }

export interface ArrayOperand<Kind extends ArrayKind = ArrayKind> {
  readonly name: string
  readonly kind: Kind
  /** `added to`: written as what it held plus a term. `updated`: its new value depends on its old. */
  readonly access: 'read' | 'written' | 'updated' | 'added to'
  readonly shape: Shape
  readonly contents?: Contents
}

/** A whole number: a length, rows, columns. */
export interface Size {
  readonly name: string
  readonly kind: 'size'
  /** The least that a caller may give. */
  readonly least: number
  /** Another size, of which this is a multiple. */
  readonly multipleOf?: string
}

/** Elements from one row or column of a strided array to the next. */
export interface Stride {
  readonly name: string
  readonly kind: 'stride'
}

/** A float64, which the kernel rounds once to its dtype unless its formula says otherwise. */
export interface Scalar {
  readonly name: string
  readonly kind: 'scalar'
}

export interface Flag {
  readonly name: string
  readonly kind: 'flag'
}

/** The state of a stream of random numbers, advanced in place. */
export interface Stream {
  readonly name: string
  readonly kind: 'stream'
}

export type Operand = ArrayOperand | Size | Stride | Scalar | Flag | Stream

/** The description that fits a parameter of this type. */
export type OperandFor<Parameter> = [Parameter] extends [boolean]
  ? Flag
  : [Parameter] extends [number]
    ? Size | Stride | Scalar
    : [Parameter] extends [StreamState]
      ? Stream
      : [Parameter] extends [Float64Array]
        ? ArrayOperand<'doubles'>
        : [Parameter] extends [Real]
          ? ArrayOperand<'reals'>
          : [Parameter] extends [Int32Array]
            ? ArrayOperand<'indices'>
            : ArrayOperand<'bytes'>

type Dimensions = string | readonly Extent[] | Shape

function array(access: ArrayOperand['access']) {
  function describe(name: string, shape: Dimensions): ArrayOperand<'reals'>
  function describe<Kind extends ArrayKind>(
    name: string,
    shape: Dimensions,
    kind: Kind,
    contents?: Contents,
  ): ArrayOperand<Kind>
  function describe(
    name: string,
    shape: Dimensions,
    kind: ArrayKind = 'reals',
    contents?: Contents,
  ): ArrayOperand {
    const dense = typeof shape === 'string' ? [shape] : shape
    return { name, kind, access, shape: dense, ...(contents && { contents }) }
  }
  return describe
}

/** Arrays, by what a kernel does to them. A shape may be the name of a size, for that many elements. */
export const read = array('read')
export const written = array('written')
export const updated = array('updated')
export const addedTo = array('added to')

export const size = (
  name: string,
  more: Partial<Pick<Size, 'least' | 'multipleOf'>> = {},
): Size => ({
  name,
  kind: 'size',
  least: 0,
  ...more,
})
export const stride = (name: string): Stride => ({ name, kind: 'stride' })
export const scalar = (name: string): Scalar => ({ name, kind: 'scalar' })
export const flag = (name: string): Flag => ({ name, kind: 'flag' })
export const stream = (name: string): Stream => ({ name, kind: 'stream' })

export function isArray(operand: Operand): operand is ArrayOperand {
  return 'shape' in operand
}
