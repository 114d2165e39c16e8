import fc from 'fast-check'
import type { Backend, KernelName } from '../../../src/numerics/backend.ts'
import type { Call, ParityCase } from './call.ts'
import { type Census, counting, emptyCensus } from './census.ts'
import { differenceInArray, firstDifference } from './difference.ts'
import { createSlots, place, type Setting, type Slots } from './placement.ts'
import { flavours } from './values.ts'

const seed = 20140707

const settings: fc.Arbitrary<Setting> = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  flavour: fc.constantFrom(...flavours),
  shift: fc.integer({ min: 0, max: 7 }),
})

/** Two backends of one dtype that are to give the same bits. */
export interface Pair {
  readonly reference: Slots
  readonly candidate: Slots
}

export function pair(reference: Backend, candidate: Backend): Pair {
  return { reference: createSlots(reference), candidate: createSlots(candidate) }
}

/**
 * Calls a kernel at random on both backends. Returns 'equal', or a sentence with the backend, the
 * dtype, the kernel, the first differing number and the smallest call found that shows it.
 */
export function compareKernel(
  { reference, candidate }: Pair,
  kernel: KernelName,
  calls: ParityCase,
  numRuns: number,
  census: Census = emptyCensus(),
): string {
  const counted = { ...reference, backend: counting(reference.backend, kernel, census) }
  const property = fc.property(calls, settings, (call, setting) => {
    const difference = differenceOf(counted, candidate, call, setting)
    if (difference !== undefined) throw new Difference(call, setting, difference)
  })
  const { errorInstance } = fc.check(property, { seed, numRuns })
  if (errorInstance === null) return 'equal'
  if (!(errorInstance instanceof Difference)) throw errorInstance
  const { call, setting, message } = errorInstance
  const { name, dtype } = candidate.backend
  return `${name} ${dtype} ${kernel}: ${message}, for ${call.sizes} filled by ${JSON.stringify(setting)}`
}

/** What fast-check keeps of the smallest failing call. */
class Difference extends Error {
  readonly call: Call
  readonly setting: Setting
  constructor(call: Call, setting: Setting, message: string) {
    super(message)
    this.call = call
    this.setting = setting
  }
}

function differenceOf(
  reference: Slots,
  candidate: Slots,
  call: Call,
  setting: Setting,
): string | undefined {
  const [expected, actual] = [reference, candidate].map((slots) => {
    const placed = place(slots, call, setting)
    const arrays = Object.fromEntries([...placed].map(([name, { lent }]) => [name, lent]))
    const returned = call.run(slots.backend, arrays)
    return { placed, returned: Float64Array.from(returned) }
  })
  return (
    differenceInArray('returned', expected.returned, actual.returned) ??
    // What is written comes behind what is read, and an input that is also an output is named as that.
    firstDifference(Object.keys(call.operands).toReversed(), expected.placed, actual.placed)
  )
}
