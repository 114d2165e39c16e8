import { activations } from './activations.ts'
import { arithmetic } from './arithmetic.ts'
import { fills } from './fills.ts'
import { highwayGate } from './highway-gate.ts'
import type { Kernel, KernelsOf } from './kernel.ts'
import { matmul } from './matmul.ts'
import { optimisers } from './optimisers.ts'
import { rows } from './rows.ts'
import { smoothing } from './smoothing.ts'
import { softmax } from './softmax.ts'
import { squaredNorm } from './squared-norm.ts'
import { warp } from './warp.ts'
import { winners } from './winners.ts'

// The table of kernels: what each one's operands are, how threads may cut it, and its formula. Calls,
// divisions, the tables of the compiled kernels and the parity contract follow from it.

/**
 * Kernels by the file that they stand in: of this name here, in ../reference, in src/kernels and in
 * src/kernels/native.
 */
export const families = {
  matmul,
  rows,
  activations,
  winners,
  'highway-gate': highwayGate,
  softmax,
  'squared-norm': squaredNorm,
  fills,
  arithmetic,
  optimisers,
  smoothing,
  warp,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kernel>>>>

const entries = {
  ...matmul,
  ...rows,
  ...activations,
  ...winners,
  ...highwayGate,
  ...softmax,
  ...squaredNorm,
  ...fills,
  ...arithmetic,
  ...optimisers,
  ...smoothing,
  ...warp,
}

/** A function for each entry. */
export type TableKernels = KernelsOf<typeof entries>
export type EntryName = keyof TableKernels

export const table: Readonly<Record<EntryName, Kernel>> = entries

/** The kernels in the order of their numbers, by which compiled backends call them. */
export const kernelNames = Object.keys(table) as readonly EntryName[]
