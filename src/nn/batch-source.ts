import type { Real } from '../numerics/backend.ts'

/** Where examples come from; the network does not know what they show. */
export interface BatchSource {
  /** Numbers in one example. */
  readonly inputs: number
  /** Writes the examples order[from], order[from + 1], … into the rows of x, with their labels. */
  load(x: Real, labels: Int32Array, order: Uint32Array, from: number, rows: number): void
}
