import fc from 'fast-check'
import type { KernelName } from '../../../../src/numerics/backend.ts'
import { namedStream } from '../../../../src/numerics/stream.ts'
import {
  type EntryName,
  kernelNames as entryNames,
  table,
} from '../../../../src/numerics/table/index.ts'
import type { Call, ParityCase } from '../call.ts'
import { arraysOf } from './arrays.ts'
import { sizesOf } from './sizes.ts'

type AnyKernel = (...operands: unknown[]) => void

/** Rates, momenta, factors: numbers that are rounded on entry. */
const scalar = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1, 0.1, 0.9, 0.999, 1e-8, -0.5, 1e-40, 3e38) },
  { weight: 2, arbitrary: fc.double({ min: -2, max: 2, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
)

/** Random calls of a kernel, as its entry in the table describes them. */
function callsOf(name: EntryName): ParityCase {
  const kernel = table[name]
  const numbers = kernel.operands.flatMap(({ name, kind }): [string, fc.Arbitrary<unknown>][] => {
    if (kind === 'scalar') return [[name, scalar]]
    return kind === 'flag' ? [[name, fc.boolean()]] : []
  })
  const draws = {
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    usual: fc.boolean(),
    places: fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
  }
  return fc
    .record({
      sizes: sizesOf(kernel),
      given: fc.record(Object.fromEntries(numbers)),
      draws: fc.record(draws),
    })
    .map(({ sizes, given, draws }): Call => {
      const operands = arraysOf(kernel, sizes, draws)
      const aliases = Object.entries(operands).flatMap(([name, operand]): [string, string][] =>
        operand.kind === 'alias' ? [[name, operand.of]] : [],
      )
      return {
        sizes: JSON.stringify({ ...sizes, ...given, ...Object.fromEntries(aliases) }),
        operands,
        run(kernels, arrays) {
          const { state } = namedStream(`parity/${draws.seed}`)
          const values: Record<string, unknown> = { ...sizes, ...given, ...arrays }
          const called = kernel.operands.map((one) =>
            one.kind === 'stream' ? state : values[one.name],
          )
          ;(kernels[name] as AnyKernel)(...called)
          // The state that is left behind counts as much as the draws.
          return [state.s0, state.s1, state.s2, state.c]
        },
      }
    })
}

/** The one that is no entry of the table: the sum of its blocks. */
const squaredNorm: ParityCase = sizesOf(table.squaredBlocks).map(({ length }) => ({
  sizes: JSON.stringify({ length }),
  operands: { x: { kind: 'reals', length } },
  run: (kernels, { x }) => [kernels.squaredNorm(x as Float64Array, length)],
}))

/** Random calls of every kernel. */
export const calls: Readonly<Record<KernelName, ParityCase>> = {
  ...(Object.fromEntries(entryNames.map((name) => [name, callsOf(name)])) as Record<
    EntryName,
    ParityCase
  >),
  squaredNorm,
}

export const kernelNames = Object.keys(calls) as KernelName[]
