import { describe, expect, it } from 'vitest'
import { boxLength } from '../../src/numerics/linear/box.ts'
import { table } from '../../src/numerics/table/index.ts'
import { placeOf } from '../../src/numerics/table/kernel.ts'
import { divisionOf } from '../../src/numerics/threads/divisions.ts'

/** Into how many parts threads cut a matmul of m x n, of k terms each. */
function partsOf(threads: number, m: number, n: number, k: number): number {
  const call = new Float64Array(boxLength)
  for (const [name, value] of Object.entries({ m, n, k })) call[placeOf(table.matmul, name)] = value
  const parts = Array.from({ length: threads }, () => new Float64Array(boxLength))
  return divisionOf(table.matmul)!({ call, parts, bytes: 4, tiles: 0, eager: false })
}

describe('a product that no spec hurries', () => {
  it.each([2, 4])('of the size of a headline net is cut for all of %i threads', (threads) => {
    expect(partsOf(threads, 100, 1500, 1000), 'wide, by tiles').toBe(threads)
    expect(partsOf(threads, 1500, 50, 1000), 'narrow, in stretches').toBe(threads)
  })

  it('is left whole where it is small', () => {
    expect(partsOf(4, 2, 500, 2), 'wide').toBe(1)
    expect(partsOf(4, 20, 5, 2), 'narrow').toBe(1)
  })
})
