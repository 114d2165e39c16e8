/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { expectNoFaults } from '../no-faults.ts'
import { calls, kernelNames } from './calls/index.ts'
import { candidates, dtypes } from './candidates.ts'
import { emptyCensus, lacking } from './census.ts'
import { compareKernel, pair } from './parity.ts'

/** Calls of each kernel where the census is taken. */
const numRuns = 400
/** The first of the same calls, on the other backends: more of them with the slow specs, in CI. */
const fewerRuns = import.meta.env.MODE === 'slow' ? 120 : 40

const { name: _, dtype: __, threads: ___, close: ____, ...members } = createReferenceBackend('f32')
const memory = ['reals', 'doubles', 'indices', 'bytes']
const kernels = Object.keys(members).filter((member) => !memory.includes(member))

describe('every backend gives the bits of the reference', () => {
  const compared: string[] = []

  it('has a case for every kernel', () => {
    expect([...kernelNames].sort()).toEqual(kernels.toSorted())
  })

  for (const [name, create] of Object.entries(candidates)) {
    for (const dtype of dtypes) {
      describe(`${name} ${dtype}`, () => {
        const backends = pair(createReferenceBackend(dtype), create(dtype))
        it.each(kernelNames)('%s', (kernel) => {
          compared.push(`${name} ${dtype} ${kernel}`)
          const census = emptyCensus()
          const runs = name === 'wasm' ? numRuns : fewerRuns
          expect(compareKernel(backends, kernel, calls[kernel], runs, census)).toBe('equal')
          if (runs < numRuns) return
          expectNoFaults(lacking(census, kernel).map((fault) => `${name} ${dtype}: ${fault}`))
        })
      })
    }
  }

  it('leaves out no kernel, in either dtype', () => {
    const all = ['f32', 'f64'].flatMap((dtype) =>
      kernels.map((kernel) => `wasm ${dtype} ${kernel}`),
    )
    const faults = all.filter((one) => !compared.includes(one))
    expectNoFaults(faults.map((one) => `${one} was not compared`))
  })
})
