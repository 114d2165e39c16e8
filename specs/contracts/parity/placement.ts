import type { Backend } from '../../../src/numerics/backend.ts'
import type { ArrayKind } from '../../../src/numerics/table/operands.ts'
import type { Call, OperandArray } from './call.ts'
import { type Flavour, fillWith, words } from './values.ts'

/** How the arrays of a call are filled and where they begin; the same for both backends. */
export interface Setting {
  readonly seed: number
  readonly flavour: Flavour
  /** Elements by which arrays are moved off the 64-byte alignment that memory begins with. */
  readonly shift: number
}

/** An operand in a backend's memory, with the bytes around it that no kernel may touch. */
export interface Placed {
  readonly array: OperandArray
  /** What a kernel is handed: longer than its sizes say, so that they and no end of array stop it. */
  readonly lent: OperandArray
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** In either dtype a number that no kernel leaves as it is: a call that goes too far shows. */
export const guardByte = 0x3f
/** Elements behind an operand, which it is lent with; as many lie before it. */
export const guardElements = 64
/** Elements that the largest array of a call may have. */
export const room = 30_000
const slotLength = 32_768
/** Arrays of each kind that a call may have. */
const slotCounts: Readonly<Record<ArrayKind, number>> = {
  reals: 8,
  doubles: 3,
  indices: 3,
  bytes: 3,
}

/** Arrays allocated once a backend, because its memory is never given back. */
export interface Slots {
  readonly backend: Backend
  readonly arrays: Readonly<Record<ArrayKind, readonly OperandArray[]>>
}

export function createSlots(backend: Backend): Slots {
  const slots = (kind: ArrayKind) =>
    Array.from({ length: slotCounts[kind] }, (): OperandArray => backend[kind](slotLength))
  return {
    backend,
    arrays: {
      reals: slots('reals'),
      doubles: slots('doubles'),
      indices: slots('indices'),
      bytes: slots('bytes'),
    },
  }
}

/** Puts a call's operands into the slots, each in its own, between guards. */
export function place(slots: Slots, { operands }: Call, setting: Setting): Map<string, Placed> {
  const placed = new Map<string, Placed>()
  const next = words(setting.seed)
  const taken: Record<ArrayKind, number> = { reals: 0, doubles: 0, indices: 0, bytes: 0 }
  for (const [name, operand] of Object.entries(operands)) {
    if (operand.kind === 'alias') {
      placed.set(name, placed.get(operand.of)!)
      continue
    }
    const { kind, length, values } = operand
    const slot = slots.arrays[kind][taken[kind]++]
    if (slot === undefined) throw new RangeError(`No room for another array of ${kind}`)
    const at = guard(slot, length, guardElements + setting.shift)
    if (values) at.array.set(values)
    else if (kind === 'reals' || kind === 'doubles') {
      const dtype = kind === 'doubles' ? 'f64' : slots.backend.dtype
      fillWith(at.array as Float64Array, dtype, setting.flavour, next)
    }
    placed.set(name, at)
  }
  return placed
}

function guard(slot: OperandArray, length: number, begin: number): Placed {
  const end = begin + length
  if (end + guardElements > slot.length) throw new RangeError(`No room for ${length} elements`)
  const bytesOf = (from: number, to: number) => {
    const size = slot.BYTES_PER_ELEMENT
    return new Uint8Array(slot.buffer, slot.byteOffset + from * size, (to - from) * size)
  }
  bytesOf(begin - guardElements, end + guardElements).fill(guardByte)
  return {
    array: slot.subarray(begin, end),
    lent: slot.subarray(begin, end + guardElements),
    before: bytesOf(begin - guardElements, begin),
    after: bytesOf(end, end + guardElements),
  }
}
