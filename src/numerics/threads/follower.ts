import { workerData } from 'node:worker_threads'
import { attach } from '../attach.ts'
import type { Attachment } from '../linear/engine.ts'
import * as control from './control.ts'
import { takeParts } from './parts.ts'

export interface FollowerTask {
  readonly attachment: Attachment
  readonly parts: readonly Float64Array[]
  readonly box: Float64Array
  readonly workspace: number
  readonly signals: Int32Array
  readonly lastWords: Uint8Array
}

/** Takes parts of every turn until it is told to leave. */
function follow({ attachment, parts, box, workspace, signals, lastWords }: FollowerTask): void {
  const run = attach(attachment, box.byteOffset, workspace)
  let seen = Atomics.load(signals, control.turn)
  while (Atomics.load(signals, control.over) === 0) {
    takeParts(run, box, parts, signals, lastWords)
    seen = nextTurn(signals, seen)
  }
}

/** Waits, spinning first, until the turn is another one; returns it. */
function nextTurn(signals: Int32Array, seen: number): number {
  for (;;) {
    for (let spin = 0; spin < control.spins; spin++) {
      const now = Atomics.load(signals, control.turn)
      if (now !== seen) return now
    }
    Atomics.add(signals, control.asleep, 1)
    Atomics.wait(signals, control.turn, seen)
    Atomics.sub(signals, control.asleep, 1)
  }
}

follow(workerData as FollowerTask)
