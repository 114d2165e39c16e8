import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../../package-root.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import type { Run } from '../linear/box.ts'
import type { Attachment } from '../linear/engine.ts'
import * as control from './control.ts'
import { divisions, type Sharing } from './divisions.ts'
import type { FollowerTask } from './follower.ts'
import { takeParts } from './parts.ts'

/** Several threads that share out each call of one leader. */
export interface Team {
  readonly run: Run
  /** Sends the followers away. */
  close(): void
}

export interface TeamSetup {
  readonly attachment: Attachment
  /** The leader's own way in, with its box, in which each call is found. */
  readonly run: Run
  readonly box: Float64Array
  /** A box for each part of a call. */
  readonly parts: readonly Float64Array[]
  /** Each follower's own box and the workspace of its instance. */
  readonly followers: readonly { readonly box: Float64Array; readonly workspace: number }[]
  /** `controlLength` int32, zero. All of these lie in the shared memory. */
  readonly signals: Int32Array
  /** Where a thread that fails writes why, as UTF-8 up to the first zero. */
  readonly lastWords: Uint8Array
  /** Whether small calls are shared out too; see Sharing. */
  readonly eager: boolean
}

/**
 * Starts the followers and returns at once; until they are there, the leader does all. A call is divided
 * by outputs (divisions.ts), so the bits depend neither on the number of threads nor on which thread takes
 * which part. A thread that is free takes the next part: one that the machine keeps waiting costs no time.
 * When a part fails, the others still end, and the leader throws, now and at every later call; when a
 * follower ends, the leader throws a UserError.
 */
export function startTeam(setup: TeamSetup): Team {
  const { attachment, run, box, parts, followers, signals, lastWords } = setup
  const sharing: Sharing = {
    call: box,
    parts,
    bytes: attachment.dtype === 'f32' ? 4 : 8,
    tiles: signals.byteOffset + control.tiles * signals.BYTES_PER_ELEMENT,
    eager: setup.eager,
  }
  /** Why a follower ended that was to go on. */
  let lost: UserError | undefined
  for (const { box, workspace } of followers) {
    const workerData: FollowerTask = { attachment, parts, box, workspace, signals, lastWords }
    // Node's options for the program that is run are not for the followers' file.
    const follower = new Worker(followerFile, { workerData, execArgv: [] })
    follower.on('error', (error) => {
      lost ??= new UserError(
        `A thread of the team ended: ${error.message.split('\n')[0]}. One thread alone gives the same bits`,
        exitCodes.couldNotRun,
      )
    })
    follower.unref()
  }

  function nextTurn(): void {
    Atomics.add(signals, control.turn, 1)
    if (Atomics.load(signals, control.asleep) > 0) Atomics.notify(signals, control.turn)
  }

  /** Waits for the parts that followers have taken; none is left to take. */
  function awaitParts(count: number): void {
    for (let spin = 0; spin < control.spins; spin++)
      if (Atomics.load(signals, control.finishedParts) === count) return
    Atomics.store(signals, control.leaderAsleep, 1)
    for (;;) {
      const done = Atomics.load(signals, control.finishedParts)
      if (done === count) break
      Atomics.wait(signals, control.finishedParts, done)
    }
    Atomics.store(signals, control.leaderAsleep, 0)
  }

  function requireSound(): void {
    if (lost) throw lost
    if (Atomics.load(signals, control.poisoned) === 0) return
    const words = lastWords.slice(0, lastWords.indexOf(0))
    throw new Error(`A thread of the team failed: ${new TextDecoder().decode(words)}`)
  }

  return {
    run(operation) {
      requireSound()
      const count = divisions[operation]?.(sharing) ?? 1
      if (count === 1) {
        run(operation)
        return
      }
      signals[control.operation] = operation
      signals[control.tiles] = 0
      signals[control.finishedParts] = 0
      // From here on a follower may take a part, even one that is late for the last turn.
      Atomics.store(signals, control.partsLeft, count)
      nextTurn()
      takeParts(run, box, parts, signals, lastWords)
      awaitParts(count)
      requireSound()
    },
    close() {
      Atomics.store(signals, control.over, 1)
      nextTurn()
    },
  }
}

const followerFile = join(packageRoot, 'dist', 'src', 'numerics', 'threads', 'follower.js')
