import type { Backend } from '../../../src/numerics/backend.ts'
import type { Call, Operand, OperandArray } from './call.ts'
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
const room = 32768
const realSlots = 8

/** Arrays allocated once a backend, because its memory is never given back. */
export interface Slots {
  readonly backend: Backend
  readonly reals: readonly OperandArray[]
  readonly doubles: OperandArray
  readonly indices: OperandArray
  readonly bytes: OperandArray
}

export function createSlots(backend: Backend): Slots {
  return {
    backend,
    reals: Array.from({ length: realSlots }, () => backend.reals(room)),
    doubles: backend.doubles(room),
    indices: backend.indices(room),
    bytes: backend.bytes(room),
  }
}

/** Puts a call's operands into the slots, each in its own, between guards. */
export function place(slots: Slots, { operands }: Call, setting: Setting): Map<string, Placed> {
  const placed = new Map<string, Placed>()
  const next = words(setting.seed)
  let realsTaken = 0
  for (const [name, operand] of Object.entries(operands)) {
    if (operand.kind === 'alias') {
      placed.set(name, placed.get(operand.of)!)
      continue
    }
    const slot = operand.kind === 'reals' ? slots.reals[realsTaken++] : slots[operand.kind]
    const at = guard(slot, lengthOf(operand), guardElements + setting.shift)
    if (operand.kind === 'reals' || operand.kind === 'doubles') {
      const dtype = operand.kind === 'doubles' ? 'f64' : slots.backend.dtype
      fillWith(at.array as Float64Array, dtype, setting.flavour, next)
    } else at.array.set(operand.values)
    placed.set(name, at)
  }
  return placed
}

function lengthOf(operand: Exclude<Operand, { kind: 'alias' }>): number {
  return 'length' in operand ? operand.length : operand.values.length
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
