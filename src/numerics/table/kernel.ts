import type { Operand, OperandFor } from './operands.ts'

/** How a call may be cut among threads: along outputs, never along a sum. */
export interface Cut {
  /** The size that is cut. It is the first extent of each array that moves on with the parts. */
  readonly along: string
  /** Elements of the first output below which a part is not worth another thread's attention. */
  readonly least: number
  /** A size by which the work of an element grows: the terms of its sum. */
  readonly terms?: string
  /**
   * Parts begin at multiples of this. Without it, a part begins with a cache line where the size counts
   * neighbouring elements, and anywhere where it counts rows or images.
   */
  readonly unit?: number
  /**
   * The size across which the kernel can hand out its own tiles, from a counter that comes behind its
   * operands: a thread that is held up takes fewer. Where it is narrow, parts are cut `along`.
   */
  readonly tilesAcross?: string
}

interface Properties {
  /** An output may be the same array as an input of its shape. */
  readonly inPlace?: boolean
  /** Without it, one thread makes the call. */
  readonly cut?: Cut
  /** Bytes that the kernel takes in the scratch of a wasm instance, by the sizes of a call. */
  readonly scratch?: (size: (name: string) => number) => number
}

/** One entry of the table. */
export interface Kernel extends Properties {
  /** In the order of a call. */
  readonly operands: readonly Operand[]
}

/** An entry with the types and names of a call's parameters. */
export interface TypedKernel<Parameters extends readonly unknown[]> extends Kernel {
  /** Carries the types; never there. */
  readonly call?: (...operands: Parameters) => void
}

/** The place of an operand in a call. Throws where the entry has none of this name. */
export function placeOf({ operands }: Kernel, name: string): number {
  const place = operands.findIndex((operand) => operand.name === name)
  if (place === -1) throw new Error(`An entry of the table has no operand ${name}`)
  return place
}

export function kernel<Parameters extends readonly unknown[]>(
  operands: { readonly [Place in keyof Parameters]: OperandFor<Parameters[Place]> },
  properties: Properties = {},
): TypedKernel<Parameters> {
  return { operands: operands as readonly Operand[], ...properties }
}

/** The functions that entries describe: names, parameters and documentation are the entries'. */
export type KernelsOf<Entries> = {
  readonly [Name in keyof Entries]: Entries[Name] extends TypedKernel<infer Parameters>
    ? (...operands: Parameters) => void
    : never
}

// A wake-up of another thread costs about a microsecond.
/** Elements of a few operations each that a thread does in a few microseconds. */
export const light = 8192
/** The same of elements that take tens of operations. */
export const heavy = 1024
