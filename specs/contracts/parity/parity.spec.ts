import { describe, expect, it } from 'vitest'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { candidates, dtypes } from './candidates.ts'
import { cases, kernelNames } from './cases/index.ts'
import { compareKernel, pair } from './parity.ts'

const numRuns = 400

describe('every backend gives the bits of the reference', () => {
  it('has a case for every kernel', () => {
    const { name: _, dtype: __, ...members } = createReferenceBackend('f32')
    const memory = ['reals', 'doubles', 'indices', 'bytes']
    expect([...kernelNames, ...memory].sort()).toEqual(Object.keys(members).sort())
  })

  for (const [name, create] of Object.entries(candidates)) {
    for (const dtype of dtypes) {
      describe(`${name} ${dtype}`, () => {
        const backends = pair(createReferenceBackend(dtype), create(dtype))
        it.each(kernelNames)('%s', (kernel) => {
          expect(compareKernel(backends, kernel, cases[kernel], numRuns)).toBe('equal')
        })
      })
    }
  }
})
