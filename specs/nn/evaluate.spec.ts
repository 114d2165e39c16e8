import { describe, expect, it } from 'vitest'
import type { BatchSource } from '../../src/nn/batch-source.ts'
import { largest, reader } from '../../src/nn/evaluate.ts'
import { zeros } from '../../src/nn/initialisers.ts'
import { dense } from '../../src/nn/layers/dense.ts'
import { buildNetwork } from '../../src/nn/network.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'

const all = Uint8Array.of(1, 1, 1)

describe('the answer is the active class with the largest value', () => {
  it.each([
    [[1, 3, 2], all, 1],
    [[3, 3, 3], all, 0],
    [[1, 3, 3], all, 1],
    [[5, 3, 4], Uint8Array.of(0, 1, 1), 2],
    [[-1, -3, -2], Uint8Array.of(0, 1, 1), 2],
    [[5, 3, 3], Uint8Array.of(0, 1, 1), 1],
  ])('of %j with %j active it is %i', (values, active, expected) => {
    expect(largest(Float64Array.from([9, ...values]), 1, 3, active)).toBe(expected)
  })
})

describe('a reader', () => {
  const b = createReferenceBackend('f64')
  const examples = [
    [2, 0, 0],
    [0, 2, 0],
    [0, 0, 2],
    [0, 2, 1],
    [1, 0, 2],
  ]
  const labels = [0, 1, 2, 2, 0]
  const source: BatchSource = {
    inputs: 3,
    load(x, into, order, from, rows) {
      for (let row = 0; row < rows; row++) {
        x.set(examples[order[from + row]], row * 3)
        into[row] = labels[order[from + row]]
      }
    },
  }
  /** Its logits are its inputs. */
  const identity = (batch: number) => {
    const network = buildNetwork(b, [dense(3, 3, zeros)], batch)
    network.initialise(namedStream('reader spec'))
    network.parameters[0].value.set([1, 0, 0, 0, 1, 0, 0, 0, 1])
    return network
  }
  const everyExample = Uint32Array.of(0, 1, 2, 3, 4)

  it('counts right answers, also in the last batch that is not full', () => {
    for (const batch of [1, 2, 5, 8]) {
      const { right, total } = reader(b, identity(batch), source)(everyExample, all)
      expect([right, total]).toEqual([3, 5])
    }
  })

  it('gives a row the same probabilities whatever its batch', () => {
    const one = reader(b, identity(1), source)(everyExample, all).probabilities
    const many = reader(b, identity(4), source)(everyExample, all).probabilities
    expect([...many]).toEqual([...one])
    for (let row = 0; row < 5; row++)
      expect([...one.slice(row * 3, row * 3 + 3)].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
  })

  it('leaves masked heads out, of the answers and of the probabilities', () => {
    const read = reader(b, identity(2), source)
    const { right, probabilities } = read(everyExample, Uint8Array.of(1, 0, 1))
    expect(right).toBe(3)
    for (let row = 0; row < 5; row++) expect(probabilities[row * 3 + 1]).toBe(0)
  })

  it('reads nothing from no examples', () => {
    const { right, total } = reader(b, identity(2), source)(new Uint32Array(0), all)
    expect([right, total]).toEqual([0, 0])
  })
})
