import fc from 'fast-check'
import type { Kernel } from '../../../../src/numerics/table/kernel.ts'
import { isArray, type Size } from '../../../../src/numerics/table/operands.ts'
import { isStrided, lengthOf, namesIn, type Sizes } from '../../../../src/numerics/table/shape.ts'
import { room } from '../placement.ts'
import { type Layouts, layoutsOf, stridesOf } from './strides.ts'

/** Elements and multiply-adds, or the like, of a call with several sizes: the definition is slow. */
const mostWork = 15_000

/** Below, at and above whole vectors, empty included; long enough for unrolled loops; and for blocks. */
const whole = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 21, max: 300 }) },
  { weight: 1, arbitrary: fc.integer({ min: 505, max: 1100 }) },
)

/** Around multiples of a block. */
const around = (block: number) =>
  fc
    .record({ blocks: fc.integer({ min: 1, max: 5 }), off: fc.integer({ min: -6, max: 6 }) })
    .map(({ blocks, off }) => block * blocks + off)

/** Random sizes and strides of a kernel's calls, as its entry allows them; every array finds room. */
export function sizesOf(kernel: Kernel): fc.Arbitrary<Sizes> {
  const sizes = kernel.operands.filter((operand) => operand.kind === 'size')
  const draws = sizes.map(({ name }) => {
    const block = blockOf(kernel, name)
    return [name, block === undefined ? whole : fc.oneof(whole, around(block))]
  })
  return fc
    .record({
      drawn: fc.record(Object.fromEntries(draws) as Record<string, fc.Arbitrary<number>>),
      layouts: layoutsOf(kernel),
    })
    .map(({ drawn, layouts }) => fitting(kernel, sizes, drawn, layouts))
}

/** How many of a size have one element of some array between them. */
function blockOf({ operands }: Kernel, size: string): number | undefined {
  const extents = operands.flatMap((one) =>
    isArray(one) && !isStrided(one.shape) ? one.shape : [],
  )
  for (const extent of extents)
    if (typeof extent === 'object' && extent.of === size && extent.every) return extent.every
  return undefined
}

/** Halves the largest until there is room, and not too much to do. */
function fitting(kernel: Kernel, sizes: readonly Size[], drawn: Sizes, layouts: Layouts): Sizes {
  const allowed = allowedSizes(sizes, drawn)
  const strides = stridesOf(kernel, layouts, allowed)
  if (fits(kernel, allowed, strides)) return { ...allowed, ...strides }
  const [largest] = Object.entries(drawn).toSorted(([, a], [, b]) => b - a)
  return fitting(kernel, sizes, { ...drawn, [largest[0]]: Math.floor(largest[1] / 2) }, layouts)
}

function allowedSizes(sizes: readonly Size[], drawn: Sizes): Sizes {
  const atLeast = Object.fromEntries(
    sizes.map(({ name, least }) => [name, Math.max(least, drawn[name])]),
  )
  const multiples = sizes.flatMap(({ name, multipleOf }) =>
    multipleOf === undefined ? [] : [[name, atLeast[name] * atLeast[multipleOf]]],
  )
  return { ...atLeast, ...Object.fromEntries(multiples) }
}

function fits({ operands }: Kernel, sizes: Sizes, strides: Sizes): boolean {
  const arrays = operands.filter(isArray)
  const lengths = arrays.map(({ shape }) => lengthOf(shape, { ...sizes, ...strides }))
  if (lengths.some((length) => length > room)) return false
  if (Object.keys(sizes).length === 1) return true
  const work = Object.entries(sizes).map(([name, size]) => {
    const times = arrays.map(({ shape }) => namesIn(shape).filter((one) => one === name).length)
    return Math.max(1, size) ** Math.max(1, ...times)
  })
  return sum(lengths) + work.reduce((product, one) => product * one, 1) <= mostWork
}

const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0)
