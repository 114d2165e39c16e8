import type { Backend, Dtype, KernelName, Real } from '../../../src/numerics/backend.ts'
import { guardElements } from './placement.ts'

const fewestCalls = 400
/** Whole vectors of float32, and whatever may be left over. */
const vector = 4
/** Elements in 64 bytes of float64: the ways in which an array can lie beside its alignment. */
const shifts = 8
/** Longer than any unrolled loop; and than a block of K or M in a matrix product. */
const [long, longerThanBlock] = [64, 500]

/** What a kernel was really given over all its calls, whatever its cases say of themselves. */
export interface Census {
  calls: number
  readonly seen: Set<string>
}

export const emptyCensus = (): Census => ({ calls: 0, seen: new Set() })

/** What a kernel was not given, a sentence each: none when its calls make a comparison. */
export function lacking({ calls, seen }: Census, kernel: KernelName): string[] {
  const asked = kernel === 'matmul' ? [...ofEveryKernel, ...ofMatmul] : ofEveryKernel
  return [
    ...(calls < fewestCalls
      ? [`${calls} calls of ${kernel}, and ${fewestCalls} are the least`]
      : []),
    ...asked.filter((what) => !seen.has(what)).map((what) => `no call of ${kernel} had ${what}`),
  ]
}

type AnyKernel = (...operands: unknown[]) => number | undefined

/** The same backend, with each call of one kernel entered in a census. */
export function counting(backend: Backend, kernel: KernelName, census: Census): Backend {
  const called = backend[kernel] as unknown as AnyKernel
  const counted: AnyKernel = (...operands) => {
    census.calls++
    for (const x of operands) {
      if (x instanceof Float32Array || x instanceof Float64Array)
        for (const what of traits(x, backend.dtype)) census.seen.add(what)
    }
    if (kernel === 'matmul')
      for (const what of layouts(operands as Parameters<Backend['matmul']>)) census.seen.add(what)
    return called(...operands)
  }
  return { ...backend, [kernel]: counted }
}

const numbers = ['0', 'infinity', 'subnormal', 'smallest normal', 'ordinary', 'largest']
const ofEveryKernel = [
  'a number: NaN',
  ...numbers.flatMap((one) => [`a number: ${one}`, `a number: -${one}`]),
  ...Array.from({ length: vector }, (_, rest) => `a length of ${vector} n + ${rest}`),
  'an empty array',
  `more than ${long} elements`,
  ...Array.from({ length: shifts }, (_, shift) => `an array ${shift} elements off alignment`),
]

function* traits(lent: Real, dtype: Dtype): Iterable<string> {
  const x = lent.subarray(0, lent.length - guardElements)
  yield `a length of ${vector} n + ${x.length % vector}`
  if (x.length === 0) yield 'an empty array'
  if (x.length > long) yield `more than ${long} elements`
  yield `an array ${(x.byteOffset / x.BYTES_PER_ELEMENT) % shifts} elements off alignment`
  const names = new Set<string>()
  for (const value of x) names.add(nameOf(value, dtype))
  for (const name of names) yield `a number: ${name}`
}

const smallestNormal = { f32: 2 ** -126, f64: 2 ** -1022 }
const largest = { f32: (2 - 2 ** -23) * 2 ** 127, f64: Number.MAX_VALUE }

function nameOf(value: number, dtype: Dtype): string {
  const size = Math.abs(value)
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  if (size < smallestNormal[dtype]) return `${sign}${size === 0 ? '0' : 'subnormal'}`
  if (size > 0.01 && size < 4) return `${sign}ordinary`
  if (size === smallestNormal[dtype]) return `${sign}smallest normal`
  if (size === largest[dtype]) return `${sign}largest`
  if (size === Infinity) return `${sign}infinity`
  return Number.isNaN(value) ? 'NaN' : 'another'
}

const strides = ['rows', 'a part of rows', 'columns', 'a part of columns', 'one row', 'no stride 1']
const ofMatmul = [
  ...strides.flatMap((one) => [`A in ${one}`, `B in ${one}`]),
  'accumulation',
  'no accumulation',
  'a long m',
  'a long k',
  ...['m', 'n', 'k'].flatMap((name) =>
    Array.from({ length: vector }, (_, rest) => `${name} of ${vector} n + ${rest}`),
  ),
]

function layouts(operands: Parameters<Backend['matmul']>): string[] {
  const [, , , accumulate, aRow, aColumn, bRow, bColumn, m, n, k] = operands
  return [
    accumulate ? 'accumulation' : 'no accumulation',
    `A in ${layoutOf(aRow, aColumn, m, k)}`,
    `B in ${layoutOf(bRow, bColumn, k, n)}`,
    ...(m > longerThanBlock ? ['a long m'] : []),
    ...(k > longerThanBlock ? ['a long k'] : []),
    ...Object.entries({ m, n, k }).map(
      ([name, size]) => `${name} of ${vector} n + ${size % vector}`,
    ),
  ]
}

function layoutOf(row: number, column: number, rows: number, columns: number): string {
  if (row === 0) return 'one row'
  if (column === 1) return row > columns ? 'a part of rows' : 'rows'
  if (row === 1) return column > rows ? 'a part of columns' : 'columns'
  return 'no stride 1'
}
