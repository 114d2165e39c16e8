import { describe, expect, it } from 'vitest'
import type { Dtype, Kernels, Real } from '../../../src/numerics/backend.ts'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { candidates, dtypes } from './candidates.ts'
import { differenceInArray } from './difference.ts'
import { branchPoints, words } from './values.ts'

// The functions take one number each, so here numbers can be had by the hundred thousand: spread over
// all bit patterns, and every neighbour of each branch point.

const functions = ['exp', 'tanh', 'sigmoid'] as const satisfies readonly (keyof Kernels)[]
const reach = 500
const spread = 60_000

function fillSweep(x: Real, dtype: Dtype): void {
  const next = words(1)
  const bits = Uint32Array.from({ length: x.length * (x.BYTES_PER_ELEMENT / 4) }, next)
  x.set(new (dtype === 'f32' ? Float32Array : Float64Array)(bits.buffer))
  // The lower half of the patterns' upper half: most magnitudes there overflow or vanish, so every
  // second number is brought to where the functions move.
  for (let i = 0; i < spread; i += 2) x[i] = (next() / 2 ** 32 - 0.5) * 220
  let at = spread
  for (const point of branchPoints[dtype].flatMap((p) => [p, -p])) {
    x[at] = point
    const ulp = ulpAt(x, at)
    for (let step = -reach; step < reach; step++) x[at++] = point + step * ulp
  }
}

function ulpAt(x: Real, i: number): number {
  const digits = x.BYTES_PER_ELEMENT === 4 ? 23 : 52
  let ulp = 1
  while (ulp > Math.abs(x[i])) ulp /= 2
  while (ulp * 2 <= Math.abs(x[i])) ulp *= 2
  return ulp / 2 ** digits
}

describe('exp, tanh and sigmoid have the bits of the reference over all magnitudes', () => {
  for (const [name, create] of Object.entries(candidates)) {
    for (const dtype of dtypes) {
      const length = spread + branchPoints[dtype].length * 2 * 2 * reach
      const candidate = create(dtype)
      const reference = createReferenceBackend(dtype)
      const [x, actual] = [candidate.reals(length), candidate.reals(length)]
      const expected = reference.reals(length)
      fillSweep(x, dtype)
      it.each(functions)(`${name} ${dtype} %s`, (kernel) => {
        candidate[kernel](actual, x, length)
        reference[kernel](expected, x, length)
        expect(differenceInArray(kernel, expected, actual)).toBeUndefined()
      })
    }
  }
})
