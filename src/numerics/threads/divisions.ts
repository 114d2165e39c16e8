import { counterPlace } from '../linear/box.ts'
import { kernelNames, table } from '../table/index.ts'
import { type Cut, type Kernel, placeOf } from '../table/kernel.ts'
import { type ArrayOperand, isArray } from '../table/operands.ts'
import { type Extent, isStrided } from '../table/shape.ts'

export interface Sharing {
  /** The call: the operands as for one thread. */
  readonly call: Float64Array
  /** Boxes for the operands of its parts, one a thread. */
  readonly parts: readonly Float64Array[]
  /** Bytes of an element. */
  readonly bytes: number
  /** Address of the counter from which threads take tiles. */
  readonly tiles: number
  /** Whether small calls are shared out too, which is slower: for specs of the sharing. */
  readonly eager: boolean
}

/**
 * Writes the operands of each part and returns how many there are, or 1 without writing any where the
 * call is better left whole. Parts are disjoint outputs, so they may be computed in any order or at once.
 */
export type Divide = (sharing: Sharing) => number

/** A number times some of a call's operands, by their places. */
interface Product {
  readonly constant: number
  readonly places: readonly number[]
}

/** An array that moves on with the parts: how many elements for each step of what is cut. */
interface Moving {
  readonly place: number
  readonly width: Product
  /** Bytes of an element, or null where they are those of the dtype. */
  readonly bytes: number | null
}

/** Elements of a cache line, in either dtype. */
const lineOfElements = 16
/** With so many columns a thread, threads take tiles one by one, each as soon as it is free. */
const manyColumns = 64

const elementBytes = { reals: null, doubles: 8, indices: 4, bytes: 1 }

/** A call in stretches along one size: every array that has it moves on with the stretch. */
function along(kernel: Kernel, cut: Cut): Divide {
  const count = placeOf(kernel, cut.along)
  const moving = kernel.operands.flatMap((operand, place): Moving[] => {
    const width = isArray(operand) ? widthOf(kernel, operand, cut.along) : null
    if (!isArray(operand) || width === null) return []
    return [{ place, width, bytes: elementBytes[operand.kind] }]
  })
  const unit = unitOf(kernel, cut)
  const work = workOf(kernel, cut, moving[0].width)

  return ({ call, parts, bytes, eager }) => {
    const total = call[count]
    const step = evaluate(unit, call)
    const least = eager ? 0 : cut.least / evaluate(work, call)
    const many = Math.min(parts.length, Math.floor(total / Math.max(least, step)))
    if (many < 2) return 1
    const share = step * Math.ceil(total / many / step)
    for (let i = 0; i < many; i++) {
      const part = parts[i]
      const from = Math.min(total, i * share)
      copy(part, call)
      for (const array of moving)
        part[array.place] += from * evaluate(array.width, call) * (array.bytes ?? bytes)
      part[count] = Math.min(total, from + share) - from
    }
    return many
  }
}

/** Elements of an array for each step of a size, or null where the array does not have it. */
function widthOf(kernel: Kernel, { name, shape }: ArrayOperand, size: string): Product | null {
  if (isStrided(shape)) return shape.rows === size ? product(kernel, 1, [shape.row]) : null
  const [first, ...rest] = shape
  if (rest.some((extent) => nameOf(extent) === size))
    throw new Error(`Threads cannot cut ${name} along ${size}, which is not its first extent`)
  if (nameOf(first) !== size) return null
  const each = typeof first === 'object' ? (first.times ?? 1) / (first.every ?? 1) : 1
  const constant = rest.reduce<number>((w, one) => (typeof one === 'number' ? w * one : w), each)
  const names = rest.map(nameOf).filter((one) => one !== null)
  return product(kernel, constant, names)
}

const nameOf = (extent: Extent) =>
  typeof extent === 'number' ? null : typeof extent === 'string' ? extent : extent.of

/** Parts begin at multiples of this: no cache line and no block is cut. */
function unitOf(kernel: Kernel, cut: Cut): Product {
  if (cut.unit !== undefined) return product(kernel, cut.unit, [])
  const size = kernel.operands[placeOf(kernel, cut.along)]
  const blocks = size.kind === 'size' && size.multipleOf !== undefined ? [size.multipleOf] : []
  const neighbours = kernel.operands.some(
    (one) => isArray(one) && !isStrided(one.shape) && one.shape.at(-1) === cut.along,
  )
  return product(kernel, neighbours ? lineOfElements : 1, blocks)
}

/** What each step of the cut asks for: so many elements of the first output, each of so many terms. */
function workOf(kernel: Kernel, { terms }: Cut, { constant, places }: Product): Product {
  return terms === undefined
    ? { constant, places }
    : { constant, places: [...places, placeOf(kernel, terms)] }
}

function product(kernel: Kernel, constant: number, names: readonly string[]): Product {
  return { constant, places: names.map((name) => placeOf(kernel, name)) }
}

function evaluate({ constant, places }: Product, call: Float64Array): number {
  let value = constant
  for (let i = 0; i < places.length; i++) value *= call[places[i]]
  return value
}

function copy(to: Float64Array, from: Float64Array): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i]
}

/**
 * A wide call is shared by a counter of tiles, so that a thread that is held up takes fewer; a narrow
 * one in equal stretches. The sums themselves are never cut.
 */
function byTiles(kernel: Kernel, cut: Cut, across: string, stretches: Divide): Divide {
  const [lines, columns] = [placeOf(kernel, cut.along), placeOf(kernel, across)]
  const work = product(kernel, 1, [cut.along, across, ...(cut.terms ? [cut.terms] : [])])
  return (sharing) => {
    const { call, parts, tiles, eager } = sharing
    const narrow = call[columns] < manyColumns * parts.length
    if (narrow && !(eager && call[columns] > call[lines])) return stretches(sharing)
    if (!eager && evaluate(work, call) < cut.least * parts.length) return 1
    for (const part of parts) {
      copy(part, call)
      part[counterPlace] = tiles
    }
    return parts.length
  }
}

/** How calls of a kernel are shared out. Throws for a cut that its operands do not allow. */
export function divisionOf(kernel: Kernel): Divide | null {
  const { cut } = kernel
  if (!cut) return null
  const stretches = along(kernel, cut)
  return cut.tilesAcross ? byTiles(kernel, cut, cut.tilesAcross, stretches) : stretches
}

/**
 * How each kernel is shared out, by its number; null where one thread does it: folds over rows, and the
 * one stream of random numbers.
 */
export const divisions: readonly (Divide | null)[] = kernelNames.map((name) =>
  divisionOf(table[name]),
)
