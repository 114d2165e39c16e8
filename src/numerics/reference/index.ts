import type { Backend, Dtype } from '../backend.ts'
import { elementaryFunctions } from '../functions/index.ts'
import { roundings } from '../rounding.ts'
import { keptSums, squaredNormOf } from '../squared-norm.ts'
import { activationKernels } from './activations.ts'
import { arithmeticKernels } from './arithmetic.ts'
import { fillKernels } from './fills.ts'
import { highwayGateKernels } from './highway-gate.ts'
import { matmulKernels } from './matmul.ts'
import { plainMemory } from './memory.ts'
import { optimiserKernels } from './optimisers.ts'
import { rowKernels } from './rows.ts'
import { smoothingKernel } from './smoothing.ts'
import { softmaxKernels } from './softmax.ts'
import { squaredNormKernels } from './squared-norm.ts'
import { warpKernel } from './warp.ts'
import { winnerKernels } from './winners.ts'

/** The definition of the bits: scalar, in order, one rounding an operation. */
export function createReferenceBackend(dtype: Dtype): Backend {
  const r = roundings[dtype]
  const functions = elementaryFunctions[dtype]
  return {
    name: 'reference',
    dtype,
    threads: 1,
    close() {},
    ...plainMemory(dtype),
    ...matmulKernels(dtype),
    ...rowKernels(r),
    ...activationKernels(r, functions),
    ...winnerKernels,
    ...highwayGateKernels(r),
    ...softmaxKernels(r, functions),
    ...squaredNormKernels,
    squaredNorm: squaredNormOf(squaredNormKernels, new Float64Array(keptSums)),
    ...fillKernels,
    ...arithmeticKernels(r),
    ...optimiserKernels(r),
    ...smoothingKernel(dtype),
    ...warpKernel(r),
  }
}
