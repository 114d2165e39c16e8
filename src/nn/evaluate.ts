import type { Backend, Real } from '../numerics/backend.ts'
import type { BatchSource } from './batch-source.ts'
import type { Network } from './network.ts'

/** What a network says about a set of examples. */
export interface Reading {
  /** Examples given the right class. */
  readonly right: number
  readonly total: number
  /** total x classes; masked classes have probability 0. */
  readonly probabilities: Real
}

/** Reads examples through a network, which is not changed. */
export type Reader = (examples: Uint32Array, active: Uint8Array) => Reading

/**
 * A reader with memory of its own for one batch; a row's answer does not depend on its batch. `seen`
 * is called while the network still holds what it made of a batch.
 */
export function reader(
  b: Backend,
  network: Network,
  source: BatchSource,
  seen: (rows: number) => void = () => {},
): Reader {
  const { batch, classes } = network
  const x = b.reals(batch * source.inputs)
  const labels = b.indices(batch)
  const p = b.reals(batch * classes)
  const heads = b.bytes(classes)

  return (examples, active) => {
    const total = examples.length
    const probabilities =
      b.dtype === 'f32' ? new Float32Array(total * classes) : new Float64Array(total * classes)
    heads.set(active)
    let right = 0
    for (let from = 0; from < total; from += batch) {
      const rows = Math.min(batch, total - from)
      source.load(x, labels, examples, from, rows)
      const logits = network.forward(x, rows)
      seen(rows)
      for (let row = 0; row < rows; row++)
        if (largest(logits, row * classes, classes, active) === labels[row]) right++
      b.softmax(p, logits, heads, rows, classes)
      probabilities.set(p.subarray(0, rows * classes), from * classes)
    }
    return { right, total, probabilities }
  }
}

/** The active class with the largest value, the lowest when several tie; all are active unless given. */
export function largest(values: Real, from: number, classes: number, active?: Uint8Array): number {
  let best = -1
  for (let c = 0; c < classes; c++)
    if ((!active || active[c]) && (best < 0 || values[from + c] > values[from + best])) best = c
  return best
}
