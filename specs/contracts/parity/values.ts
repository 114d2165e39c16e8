import type { Dtype, Real } from '../../../src/numerics/backend.ts'

/**
 * What the numbers of a call look like: of ordinary size; any bit pattern, NaN and subnormals among
 * them; ordinary with special values strewn in; or a few values only, so that ties are frequent and
 * warps land on whole pixels.
 */
export const flavours = ['ordinary', 'bits', 'special', 'few'] as const
export type Flavour = (typeof flavours)[number]

/** A small fast generator: a call's numbers follow from its seed, so that shrinking keeps to sizes. */
export function words(seed: number): () => number {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

export function fillWith(x: Real, dtype: Dtype, flavour: Flavour, next: () => number): void {
  const specials = specialValues[dtype]
  const ordinary = () => (next() / 2 ** 32 - 0.5) * 8
  const pick = (from: readonly number[]) => from[next() % from.length]
  if (flavour === 'bits') {
    const bits = new Uint32Array(x.length * (x.BYTES_PER_ELEMENT / 4)).map(next)
    x.set(new (dtype === 'f32' ? Float32Array : Float64Array)(bits.buffer))
    return
  }
  for (let i = 0; i < x.length; i++) {
    if (flavour === 'few') x[i] = pick(fewValues)
    else x[i] = flavour === 'special' && next() % 3 === 0 ? pick(specials) : ordinary()
  }
}

const fewValues = [-2, -1, -0.5, -0, 0, 0.5, 1, 2]

/** Where functions change their branch or their range: of exp, tanh and sigmoid. */
export const branchPoints: Readonly<Record<Dtype, readonly number[]>> = {
  f32: [
    ...[-104, -103.972, -103.28, -88, -87.3365, 88.72284, 89, 104, 0.625, 9, 10, 16.6, 20],
    ...[0.34657359, 1.03972077, 2 ** -12, 2 ** -24],
  ],
  f64: [
    ...[-746, -745.1332, -744.44, -709, -708.3964, 709.782712893384, 710, 746, 0.625, 19, 20, 36.7],
    ...[0.34657359027997264, 1.0397207708399179, 40, 2 ** -27, 2 ** -53],
  ],
}

const specialValues: Readonly<Record<Dtype, readonly number[]>> = {
  f32: withSigns([
    ...[Number.NaN, Infinity, 0, 1, 2 ** -149, 2 ** -149 * 12345, 2 ** -126 - 2 ** -149, 2 ** -126],
    ...[(2 - 2 ** -23) * 2 ** 127, 2 ** 23 + 1, 2 ** 24 - 1],
    ...branchPoints.f32.flatMap((x) => neighbours(x, new Float32Array(1))),
  ]),
  f64: withSigns([
    ...[Number.NaN, Infinity, 0, 1, Number.MIN_VALUE, Number.MIN_VALUE * 12345, 2 ** -1022],
    ...[Number.MAX_VALUE, 2 ** 52 + 1, 2 ** 53 - 1],
    ...branchPoints.f64.flatMap((x) => neighbours(x, new Float64Array(1))),
  ]),
}

function withSigns(values: readonly number[]): readonly number[] {
  return values.flatMap((x) => [x, -x])
}

/** The number nearest to x in the dtype of `cell`, and the two beside it. */
function neighbours(x: number, cell: Real): readonly number[] {
  const bits = cell.BYTES_PER_ELEMENT === 4 ? new Uint32Array(cell.buffer) : undefined
  const longBits = bits ? undefined : new BigUint64Array(cell.buffer)
  return [-1, 0, 1].map((step) => {
    cell[0] = x
    if (bits) bits[0] += step
    if (longBits) longBits[0] += BigInt(step)
    return cell[0]
  })
}
