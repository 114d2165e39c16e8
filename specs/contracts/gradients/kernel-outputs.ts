import type { KernelName } from '../../../src/numerics/backend.ts'
import { kernelNames as entryNames, table } from '../../../src/numerics/table/index.ts'
import { isArray } from '../../../src/numerics/table/operands.ts'

/** The one kernel beside those of the table returns a number, and writes nothing. */
export const kernelNames: readonly KernelName[] = [...entryNames, 'squaredNorm']

const arraysOf = (kernel: KernelName) =>
  kernel === 'squaredNorm' ? [] : table[kernel].operands.filter(isArray)

/** How many of a kernel's first operands it writes to. */
export const outputsOf = (kernel: KernelName) =>
  arraysOf(kernel).filter(({ access }) => access !== 'read').length

/** Whether its output goes on from what it held: its term is what it adds. */
export const accumulates = (kernel: KernelName) => arraysOf(kernel)[0]?.access === 'added to'
