import type { Backend, Real } from '../src/numerics/backend.ts'
import type { Work } from './peers/work.ts'

/** A kernel that reads and writes arrays once, so that memory is what it may wait for. */
export interface ElementwiseKernel {
  /** "<kernel> <size>" */
  readonly name: string
  readonly elements: number
  /** Numbers of 4 bytes that an element takes: read, and written. */
  readonly reads: number
  readonly writes: number
  /** The same work for peers outside of this project. */
  readonly work?: Work
  /** Prepares it; `outputs` is all that a call changes or gives back. */
  on(b: Backend, inputs: (length: number) => Real): { run(): void; outputs(): readonly Real[] }
}
