import type { Run } from '../linear/box.ts'
import * as control from './control.ts'

/**
 * Takes parts of the call that is shared out, one after the other, until none is left. A part that
 * fails counts as finished, so that no thread waits for it without end, and the team makes no more calls.
 */
export function takeParts(
  run: Run,
  box: Float64Array,
  parts: readonly Float64Array[],
  signals: Int32Array,
  lastWords: Uint8Array,
): void {
  for (;;) {
    const left = Atomics.sub(signals, control.partsLeft, 1)
    if (left <= 0) return
    try {
      const operands = parts[left - 1]
      for (let i = 0; i < box.length; i++) box[i] = operands[i]
      run(signals[control.operation])
    } catch (error) {
      const words = new TextEncoder().encode(error instanceof Error ? error.message : String(error))
      lastWords.set(words.subarray(0, lastWords.length - 1))
      Atomics.store(signals, control.poisoned, 1)
    }
    Atomics.add(signals, control.finishedParts, 1)
    if (Atomics.load(signals, control.leaderAsleep) === 1)
      Atomics.notify(signals, control.finishedParts)
  }
}
