import type { StreamState } from '../stream.ts'
import { kernelNames, type TableKernels, table } from '../table/index.ts'
import type { Kernel } from '../table/kernel.ts'
import { counterPlace, type Run } from './box.ts'
import { type LentState, lentState } from './stream-state.ts'

type Linear = Float32Array | Float64Array | Int32Array | Uint8Array
type Operand = Linear | StreamState | number | boolean

/** What calls need of a memory and of one thread's way into it. */
export interface CallMemory {
  readonly buffer: ArrayBufferLike
  /** The operands of the next call, read by `run`. */
  readonly box: Float64Array
  readonly run: Run
  /** Bytes of scratch that a call may take; null where there is no bound. */
  readonly scratchBytes: number | null
}

/** Operands of a short call: most kernels have no more, and a short call is quicker. */
const short = 5

/**
 * The kernels of the table over one memory. A call puts its operands into the box, with the addresses of
 * arrays and flags as 0 or 1, and runs. An array of another memory is a bug of the caller and throws, as
 * does a call that needs more scratch than there is. `streamRoom` is four float64 of the memory.
 */
export function linearCalls(memory: CallMemory, streamRoom: Float64Array): TableKernels {
  const { buffer, box } = memory
  const stream = lentState(streamRoom)
  const at = addressesIn(buffer, stream)

  // Parameters with defaults and not a rest: nothing is allocated.
  const shortCall =
    (number: number, run: Run) =>
    (o0: Operand = 0, o1: Operand = 0, o2: Operand = 0, o3: Operand = 0, o4: Operand = 0) => {
      box[0] = typeof o0 === 'object' ? at(o0) : +o0
      box[1] = typeof o1 === 'object' ? at(o1) : +o1
      box[2] = typeof o2 === 'object' ? at(o2) : +o2
      box[3] = typeof o3 === 'object' ? at(o3) : +o3
      box[4] = typeof o4 === 'object' ? at(o4) : +o4
      run(number)
    }
  const longCall =
    (number: number, run: Run) =>
    (
      o0: Operand = 0,
      o1: Operand = 0,
      o2: Operand = 0,
      o3: Operand = 0,
      o4: Operand = 0,
      o5: Operand = 0,
      o6: Operand = 0,
      o7: Operand = 0,
      o8: Operand = 0,
      o9: Operand = 0,
      o10: Operand = 0,
    ) => {
      box[0] = typeof o0 === 'object' ? at(o0) : +o0
      box[1] = typeof o1 === 'object' ? at(o1) : +o1
      box[2] = typeof o2 === 'object' ? at(o2) : +o2
      box[3] = typeof o3 === 'object' ? at(o3) : +o3
      box[4] = typeof o4 === 'object' ? at(o4) : +o4
      box[5] = typeof o5 === 'object' ? at(o5) : +o5
      box[6] = typeof o6 === 'object' ? at(o6) : +o6
      box[7] = typeof o7 === 'object' ? at(o7) : +o7
      box[8] = typeof o8 === 'object' ? at(o8) : +o8
      box[9] = typeof o9 === 'object' ? at(o9) : +o9
      box[10] = typeof o10 === 'object' ? at(o10) : +o10
      box[counterPlace] = 0
      run(number)
    }

  const calls = kernelNames.map((name, number) => {
    const kernel = table[name]
    const isShort = kernel.operands.length <= short && !kernel.cut?.tilesAcross
    const run = withStream(kernel, stream, withinScratch(kernel, memory))
    return [name, (isShort ? shortCall : longCall)(number, run)]
  })
  return Object.fromEntries(calls)
}

/**
 * Addresses of the arrays over a buffer, and of a stream's state that is lent. To ask an array for its
 * buffer and offset takes longer than to remember them.
 */
function addressesIn(buffer: ArrayBufferLike, stream: LentState) {
  const known = new WeakMap<Linear | StreamState, number>()
  function learn(x: Linear | StreamState): number {
    if ('s0' in x) return stream.lend(x)
    if (x.buffer !== buffer) throw new Error('An array from outside the backend reached a kernel')
    known.set(x, x.byteOffset)
    return x.byteOffset
  }
  return (x: Linear | StreamState) => known.get(x) ?? learn(x)
}

/** Takes the state of a stream back after each call of a kernel that has one. */
function withStream({ operands }: Kernel, stream: LentState, run: Run): Run {
  if (operands.every(({ kind }) => kind !== 'stream')) return run
  return (number) => {
    run(number)
    stream.takeBack()
  }
}

/** Refuses what would reach beyond the scratch; a kernel without any runs as it is. */
function withinScratch({ operands, scratch }: Kernel, { box, run, scratchBytes }: CallMemory): Run {
  if (!scratch || scratchBytes === null) return run
  const places = Object.fromEntries(operands.map(({ name }, place) => [name, place]))
  const size = (name: string) => box[places[name]]
  return (number) => {
    const bytes = scratch(size)
    if (bytes > scratchBytes)
      throw new Error(`A kernel needs ${bytes} bytes of scratch, has ${scratchBytes}`)
    run(number)
  }
}
