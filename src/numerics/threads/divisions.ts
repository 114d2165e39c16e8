import { type Operation, operations } from '../linear/operations.ts'

export interface Sharing {
  /** The call: the operands as for one thread. */
  readonly call: Float64Array
  /** Boxes for the operands of its parts, one a thread. */
  readonly parts: readonly Float64Array[]
  /** Bytes of an element. */
  readonly bytes: number
  /** Address of the counter from which threads take tiles. */
  readonly tiles: number
  /** Whether small calls are shared out too, which is slower: for whoever looks at the sharing. */
  readonly eager: boolean
}

/**
 * Writes the operands of each part and returns how many there are, or 1 without writing any where the
 * call is better left whole. Parts are disjoint outputs, so they may be computed in any order or at once.
 */
export type Divide = (sharing: Sharing) => number

/** An operand that is an array, and the elements of it that belong to one step of the count. */
interface Moving {
  readonly place: number
  readonly width: (call: Float64Array) => number
  /** Bytes of an element, where they are not those of the dtype. */
  readonly size?: number
}

interface Along {
  /** The place of the operand that counts. */
  readonly count: number
  readonly arrays: readonly Moving[]
  /** Parts begin at multiples of this: no cache line and no block is cut. */
  readonly unit?: (call: Float64Array) => number
  /** Steps below which a part is not worth another thread's attention. */
  readonly worth: number | ((call: Float64Array) => number)
}

const one = () => 1
/** Elements of a cache line, in either dtype. */
const lineOfElements = 16
const normBlock = 4096

/** A call in stretches along one count: every array moves on with the stretch. */
function along({ count, arrays, unit = one, worth }: Along): Divide {
  return ({ call, parts, bytes, eager }) => {
    const total = call[count]
    const step = unit(call)
    const least = eager ? 0 : typeof worth === 'number' ? worth : worth(call)
    const many = Math.min(parts.length, Math.floor(total / Math.max(least, step)))
    if (many < 2) return 1
    const share = step * Math.ceil(total / many / step)
    for (let i = 0; i < many; i++) {
      const part = parts[i]
      const from = Math.min(total, i * share)
      copy(part, call)
      for (const { place, width, size = bytes } of arrays) part[place] += from * width(call) * size
      part[count] = Math.min(total, from + share) - from
    }
    return many
  }
}

function copy(to: Float64Array, from: Float64Array): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i]
}

/** `arrays` arrays of the same length first, the length last. */
function elementwise(arrays: number, count: number, worth: number): Divide {
  const moving = Array.from({ length: arrays }, (_, place): Moving => ({ place, width: one }))
  return along({ count, arrays: moving, unit: () => lineOfElements, worth })
}

// A wake-up costs about a microsecond. These are the elements that a thread does in a few.
const light = 8192
const heavy = 1024

const blocks = (count: number): Divide =>
  along({
    count,
    arrays: [
      { place: 0, width: one },
      { place: 1, width: one },
      ...(count === 4 ? [{ place: 2, width: one }] : []),
    ],
    unit: (call) => lineOfElements * call[count - 1],
    worth: light,
  })

const [c, a, aRow, rows, columns, depth, counter] = [0, 1, 4, 8, 9, 10, 11]
/** Products of one thread that are worth it, in multiplications. */
const leastProducts = 60_000
/** Columns a thread from which on tiles are taken one by one, whoever is ready first. */
const manyColumns = 64

const byRows = along({
  count: rows,
  arrays: [
    { place: c, width: (call) => call[columns] },
    { place: a, width: (call) => call[aRow] },
  ],
  unit: () => 4,
  worth: (call) => leastProducts / Math.max(1, call[columns] * call[depth]),
})

/**
 * A wide product is shared by a counter of tiles, so that a thread that is held up takes fewer; a
 * narrow one in equal stretches of rows. The sums themselves are never cut.
 */
const matmul: Divide = (sharing) => {
  const { call, parts, tiles, eager } = sharing
  const narrow = call[columns] < manyColumns * parts.length
  if (narrow && !(eager && call[columns] > call[rows])) return byRows(sharing)
  const products = call[rows] * call[columns] * call[depth]
  if (!eager && products < leastProducts * parts.length) return 1
  for (const part of parts) {
    copy(part, call)
    part[counter] = tiles
  }
  return parts.length
}

const square = (side: number) => (call: Float64Array) => call[side] * call[side]
const rowsOf = (columns: number) => (call: Float64Array) => call[columns]

const divided: Readonly<Partial<Record<Operation, Divide>>> = {
  matmul,
  addBias: along({
    count: 2,
    arrays: [{ place: 0, width: rowsOf(3) }],
    worth: (call) => light / Math.max(1, call[3]),
  }),
  exp: elementwise(2, 2, heavy),
  tanh: elementwise(2, 2, heavy),
  tanhBackward: elementwise(3, 3, light),
  sigmoid: elementwise(2, 2, heavy),
  sigmoidBackward: elementwise(3, 3, light),
  relu: elementwise(2, 2, light),
  reluBackward: elementwise(3, 3, light),
  lwta: blocks(3),
  lwtaBackward: blocks(4),
  highwayGate: elementwise(4, 4, light),
  highwayGateBackward: elementwise(7, 7, light),
  squaredBlocks: along({
    count: 2,
    arrays: [
      { place: 0, width: () => 1 / normBlock, size: 8 },
      { place: 1, width: one },
    ],
    unit: () => normBlock,
    worth: 2 * normBlock,
  }),
  lookUp: along({
    count: 3,
    arrays: [
      { place: 0, width: one },
      { place: 1, width: one, size: 1 },
    ],
    unit: () => lineOfElements,
    worth: light,
  }),
  fill: elementwise(1, 2, light),
  add: elementwise(2, 2, light),
  scale: elementwise(1, 2, light),
  addScaled: elementwise(2, 3, light),
  sgd: elementwise(2, 3, light),
  heavyBall: elementwise(3, 5, light),
  nesterov: elementwise(3, 5, light),
  nesterovRateInVelocity: elementwise(3, 5, light),
  adam: elementwise(4, 10, light),
  smoothFields: along({
    count: 4,
    arrays: [
      { place: 0, width: square(5) },
      { place: 1, width: square(5) },
    ],
    worth: 2,
  }),
  warp: along({
    count: 4,
    arrays: [
      { place: 0, width: square(5) },
      { place: 1, width: square(5) },
      { place: 2, width: () => 6 },
      { place: 3, width: (call) => 2 * call[5] * call[5] },
    ],
    worth: 2,
  }),
}

/**
 * How each operation is shared out, by its number; null where one thread does it: small ones, folds
 * over rows, and the one stream of random numbers.
 */
export const divisions: readonly (Divide | null)[] = operations.map((name) => divided[name] ?? null)
