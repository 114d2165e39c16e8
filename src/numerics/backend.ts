import type { Dtype, Real } from './dtype.ts'
import type { TableKernels } from './table/index.ts'

export type { Dtype, Real } from './dtype.ts'

export type BackendName = 'wasm' | 'native' | 'reference'

/**
 * The arithmetic of every result, one function a kernel, with parameters and formula as in the table
 * (`table/`). `reference/` is the definition; every other backend gives the same bits
 * (specs/contracts/parity). In the formulas r(x) rounds to the dtype after every single operation,
 * written out as in src/numerics/README.md.
 *
 * Conventions: outputs first, sizes last; matrices are row-major; arrays come from the same
 * backend's memory and are at least as long as the sizes say (nothing is checked in the hot path).
 * An output may be the same array as an input of its shape where the table says `inPlace`; otherwise
 * outputs do not overlap inputs. Scalars are float64 and are rounded once on entry.
 */
export interface Kernels extends TableKernels {
  /** Sum of squares in float64: the blocks of `squaredBlocks`, added ascending to +0. */
  squaredNorm(x: Real, length: number): number
}

export type KernelName = keyof Kernels

/** Memory of the backend. What is allocated is zero, 64-byte aligned, and lives as long as the backend. */
export interface Memory {
  reals(length: number): Real
  doubles(length: number): Float64Array
  indices(length: number): Int32Array
  bytes(length: number): Uint8Array
}

export interface Backend extends Kernels, Memory {
  readonly name: BackendName
  readonly dtype: Dtype
  /** Threads that share out each call; the bits do not depend on it. */
  readonly threads: number
  /** Ends the threads. The backend is not used afterwards; its arrays stay. */
  close(): void
}
