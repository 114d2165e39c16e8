import type { Kernels } from '../backend.ts'
import { keptSums, squaredNormOf } from '../squared-norm.ts'
import { type CallMemory, linearCalls } from './calls.ts'

const streamDoubles = 4

/** What the kernels need of the backend's memory for themselves, in float64 elements. */
export const ownDoubles = streamDoubles + keptSums

/** The kernels over a linear memory, of which `own` are `ownDoubles` float64. */
export function linearKernels(memory: CallMemory, own: Float64Array): Kernels {
  const calls = linearCalls(memory, own.subarray(0, streamDoubles))
  return { ...calls, squaredNorm: squaredNormOf(calls, own.subarray(streamDoubles)) }
}
