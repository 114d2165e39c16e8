import type { Kernels } from '../backend.ts'
import { keptSums, squaredNormOf } from '../squared-norm.ts'
import type { Run } from './box.ts'
import { linearCalls } from './calls.ts'

/** What the kernels need of the backend's memory for themselves, in float64 elements. */
export const ownDoubles = 4 + keptSums

/** A memory with one thread's way into it. */
export interface LinearMemory {
  readonly buffer: ArrayBufferLike
  /** The operands of the next call, read by `run`. */
  readonly box: Float64Array
  readonly run: Run
  /** `ownDoubles` float64 of the memory. */
  readonly own: Float64Array
  /** Bytes that one line or image of a deformation may take; null where there is no bound. */
  readonly scratchBytes: number | null
}

/** The kernels over a linear memory: the calls of the table, and two that need more than one call. */
export function linearKernels({ buffer, box, run, own, scratchBytes }: LinearMemory): Kernels {
  const calls = linearCalls(buffer, box, run, scratchBytes)
  const alea = own.subarray(0, 4)
  return {
    ...calls,
    fillUniform(x, state, low, high, length) {
      alea[0] = state.s0
      alea[1] = state.s1
      alea[2] = state.s2
      alea[3] = state.c
      calls.fillUniform(x, alea, low, high, length)
      state.s0 = alea[0]
      state.s1 = alea[1]
      state.s2 = alea[2]
      state.c = alea[3]
    },
    squaredNorm: squaredNormOf(calls, own.subarray(4)),
  }
}
