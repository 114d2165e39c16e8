import type { Reading } from '../nn/evaluate.ts'
import type { Network } from '../nn/network.ts'
import type { Real } from '../numerics/backend.ts'
import type { NamedValues } from './paper.ts'

/**
 * Looks at a classifier in training, for the pictures: what it kept becomes the record's snapshots.
 * It draws nothing at random and changes nothing, so a run gives the same bits with it and without.
 */
export interface Watch {
  /** A batch as the net trains on it: row i is the image `order[from + i]`. */
  loaded?(x: Real, order: Uint32Array, from: number, rows: number): void
  /** A batch of test images was read, and the net still holds what it made of it. */
  read?(network: Network, rows: number): void
  /** All test images were read: first before any update, then after each epoch. */
  epoch?(reading: Reading): void
  snapshots(): readonly NamedValues[]
}

/** Several looks at one run. */
export function watchAll(watches: readonly Watch[]): Watch {
  return {
    loaded(...batch) {
      for (const watch of watches) watch.loaded?.(...batch)
    },
    read(...batch) {
      for (const watch of watches) watch.read?.(...batch)
    },
    epoch(reading) {
      for (const watch of watches) watch.epoch?.(reading)
    },
    snapshots: () => watches.flatMap((watch) => watch.snapshots()),
  }
}

/** What was kept epoch by epoch as one tensor, epochs first; rows are of equal length. */
export function overEpochs(
  name: string,
  shape: readonly number[],
  rows: readonly (readonly number[])[],
): NamedValues {
  return { name, shape: [rows.length, ...shape], values: Float32Array.from(rows.flat()) }
}
