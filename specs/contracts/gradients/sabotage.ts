import type { Backend, KernelName, Real } from '../../../src/numerics/backend.ts'
import { accumulates, kernelNames, outputsOf } from './kernel-outputs.ts'

/** One fault in one kernel call: an output's sign, an output's term, or the call left out. */
export interface Sabotage {
  /** Which call, counted from 0; null stands for every call of the kernel. */
  readonly call: number | null
  readonly kernel: KernelName
  readonly output: number
  readonly fault: 'sign flipped' | 'term dropped' | 'call left out'
}

type AnyKernel = (...operands: unknown[]) => unknown

/** A backend that hears of every kernel call and may do something else instead. */
function listening(
  b: Backend,
  instead: (kernel: KernelName, original: AnyKernel, operands: unknown[]) => unknown,
): Backend {
  const kernels = kernelNames.map((kernel) => {
    const original = b[kernel] as AnyKernel
    return [kernel, (...operands: unknown[]) => instead(kernel, original, operands)]
  })
  return { ...b, ...Object.fromEntries(kernels) }
}

/** The kernels that `use` calls, in order. */
export function callsOf(b: Backend, use: (listening: Backend) => void): KernelName[] {
  const calls: KernelName[] = []
  use(
    listening(b, (kernel, original, operands) => {
      calls.push(kernel)
      return original(...operands)
    }),
  )
  return calls
}

/** Every single fault of a sequence of calls. */
export function faultsIn(calls: readonly KernelName[]): Sabotage[] {
  return calls.flatMap((kernel, call) => [
    ...Array.from({ length: outputsOf(kernel) }).flatMap((_, output) =>
      (['sign flipped', 'term dropped'] as const).map((fault) => ({ call, kernel, output, fault })),
    ),
    { call, kernel, output: 0, fault: 'call left out' as const },
  ])
}

/** A backend with one fault; everything else is as it was. */
export function sabotaged(b: Backend, { call, kernel: target, output, fault }: Sabotage): Backend {
  let calls = 0
  return listening(b, (kernel, original, operands) => {
    const hit = call === null ? kernel === target : calls === call
    calls++
    if (!hit) return original(...operands)
    if (fault === 'call left out') return undefined
    const written = operands[output] as Real
    const before = accumulates(kernel) ? written.slice() : written.map(() => 0)
    const result = original(...operands)
    const factor = fault === 'sign flipped' ? -1 : 0
    for (let i = 0; i < written.length; i++)
      written[i] = before[i] + factor * (written[i] - before[i])
    return result
  })
}

export const describeSabotage = ({ call, kernel, output, fault }: Sabotage) =>
  `${fault} in ${call === null ? `every ${kernel}` : `call ${call + 1}, ${kernel}`}, output ${output + 1}`
